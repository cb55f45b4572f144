"""Small FHIR resources to check with."""

from troth.instruments import validate_response

CORE = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
URL = "http://a.example/Questionnaire/b"


def ext(name, value, base=CORE):
    return {"url": base + name, **value}


def item(kind, *extensions, **more):
    return {"linkId": "q", "type": kind, **({"extension": list(extensions)} if extensions else {}), **more}


def form(*items, **more):
    return {"resourceType": "Questionnaire", "url": URL, "status": "active", "item": list(items), **more}


def response(*items, **more):
    head = {"resourceType": "QuestionnaireResponse", "questionnaire": URL, "status": "completed"}
    return {**head, "item": list(items), **more}


def answered(*values, link="q"):
    return {"linkId": link, "answer": list(values)}


def found(definition, *values, **more):
    return validate_response([form(definition)], response(answered(*values), **more))


def errors(issues):
    return [issue.code for issue in issues if issue.severity == "error"]


def coding(code, system="s"):
    return {"valueCoding": {"system": system, "code": code}}


def quantity(value, code=None, unit=None, system=None):
    parts = {"value": value, "code": code, "unit": unit, "system": system}
    return {"valueQuantity": {key: part for key, part in parts.items() if part is not None}}

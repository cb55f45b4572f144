"""Rows A8 to A13 of the practice map, each done by one person alone."""

from tests.browser.rows_walk import Pick, Walk, day, moment


def a8_near_and_far(walk: Walk) -> None:
    a_question(walk, "/programme/a8/", "Near and far", "I step back, and I learned it early")
    walk.go("/questionnaires/")
    walk.page.locator("summary", has_text="From your own copy").click()
    walk.page.locator("form[action='/questionnaires/begin/ecr-rs/'] button").click()
    for _ in range(9):
        walk.page.locator(".answers button").nth(2).click()
    walk.sees("That was the last question")
    walk.press("Finish")
    walk.is_at("questionnaires")
    walk.sees("Two lines, no type", "wide guess", "What this is not")
    walk.page.wait_for_selector("figure.chart svg")
    walk.go("/questionnaires/over-time/ecr-rs/")
    walk.sees("All finished answers")
    walk.go("/questionnaires/pairs/")
    walk.sees("One reaches, one steps back", "No pairing explains threats")


def a9_jealousy_and_control(walk: Walk) -> None:
    walk.go("/jealousy/new/")
    walk.sees("Not a validated scale.", "What I did", "What was done to me")
    walk.fill({"Something to remember": "A long week"})
    for key, points in (("did_questions", 1), ("met_questions", 1)):
        walk.page.locator(f"label:has([name={key}][value='{points}'])").click()
    walk.press("Keep it")
    check = walk.is_at("jealousy")
    walk.sees("Hurt, to talk about")
    walk.change(check, {"Something to remember": "A long and loud week"})
    walk.find_again("jealousy", "loud week")
    note = {"Whose was it?": Pick("Mine"), "What happened?": "I looked at the phone"}
    walk.go("/incidents/new/")
    walk.page.locator("label:has([name=kind][value=checking_up])").click()
    incident = walk.keep("incidents", note)
    walk.change(incident, {"What happened?": "I looked at their phone and said so"})
    walk.find_again("incidents", "their phone")
    walk.go("/incidents/limits/")
    walk.is_taken_along(("jealousy", "loud week"), ("incidents", "their phone"))


def a10_someone_trained_for_this(walk: Walk) -> None:
    a_question(walk, "/programme/a10/", "Someone trained for this", "I could see someone for myself first")


def a11_what_goes_well(walk: Walk) -> None:
    walk.go("/promises/new/?size=tiny")
    walk.keep("promises", {"What do you promise?": "Bring the good bread"})
    walk.press("Kept")
    walk.press("Note it as a win")
    win = walk.is_at("wins")
    walk.sees("Goes with")
    walk.change(win, {"What went well?": "The good bread, and they laughed"})
    walk.find_again("wins", "they laughed")
    walk.go("/wins/week/")
    walk.sees("they laughed", "Promises kept")
    filled = {"What did you get past?": "The first holiday"}
    walk.whole(
        "milestones",
        filled,
        words="without checking",
        change={"What did you get past?": "A holiday without checking in"},
    )
    walk.is_taken_along(("wins", "they laughed"), ("milestones", "without checking"))


def a12_look_after_yourself(walk: Walk) -> None:
    filled = {
        "What do you call them?": "Jo",
        "How near do they stand?": Pick("Close"),
        "What can you turn to them for?": Pick("listens", "gives advice"),
        "A note for yourself": "Not after eight",
    }
    jo = walk.whole("supporters", filled, words="Jo", change={"A note for yourself": "Best before eight"})
    walk.go("/supporters/")
    walk.sees("Much rests on one person", "Close", "Further out")
    walk.press("In touch today")
    walk.go(jo)
    walk.sees("in touch")
    rest = {
        "What would do me good?": "Swim on Saturday",
        "What kind of rest?": Pick("Moving"),
        "When?": moment(2, 10),
    }
    swim = walk.whole(
        "rests", rest, words="Swim", change={"What would do me good?": "Swim on Saturday, without phone"}
    )
    walk.go("/today/")
    walk.sees("Swim on Saturday")
    walk.go(swim)
    walk.press("I rested")
    walk.sees("rested")


def a13_when_to_step_back(walk: Walk) -> None:
    filled = {
        "Do I feel safe with them?": Pick("Yes"),
        "What I have tried": "The plan, and small promises",
        "By when": day(60),
        "Which way I lean today": Pick("Pause for a while"),
    }
    address = walk.whole(
        "stepbacks",
        filled,
        words="small promises",
        shown="first sitting",
        change={"What it costs me": "Sleep, mostly"},
    )
    walk.go(address)
    walk.sees("Enough for today.", "first sitting")
    walk.sees_no("Sit with it again", "Decide")
    refused = walk.page.evaluate(
        """async (address) => { const form = new FormData();
        form.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
        form.append("leaning", "pause"); const answer = await fetch(address, { method: "POST", body: form });
        return answer.status; }""",
        f"{address}sit-again/",
    )
    assert refused == 422
    walk.go(address)
    walk.sees("first sitting")
    walk.go("/bond/")
    walk.press("Pause")
    walk.go("/today/")
    walk.sees("Nothing asks anything of you")
    walk.sees_no("One small step", "Coming up", "How was today?")


def a_question(walk: Walk, step: str, title: str, answer: str) -> None:
    walk.go(step)
    walk.sees(title, "What this is not", "A small question")
    walk.page.locator("form[data-draft] textarea").fill(answer)
    walk.press("Keep it")
    walk.sees("What you wrote before")
    walk.press(answer)
    address = walk.is_at("reflections")
    walk.page.get_by_role("link", name="Change the words").click()
    walk.page.locator("form[data-draft] textarea").fill(f"{answer}, and today")
    walk.press("Save")
    walk.sees(f"{answer}, and today")
    assert walk.is_at("reflections") == address
    walk.find_again("reflections", f"{answer}, and today")
    walk.is_taken_along(("reflections", f"{answer}, and today"))


ROWS = {
    name.split("_")[0].upper(): does
    for name, does in list(globals().items())
    if name[0] == "a" and name[1].isdigit()
}

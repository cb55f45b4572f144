"""A page that reads one row, and a page that writes one."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path

from bench.bare.models import Note


def read(request: HttpRequest) -> HttpResponse:
    """Show one row."""
    return render(request, "page.html", {"note": Note.objects.get(id=1)})


def write(request: HttpRequest) -> HttpResponse:
    """Write one row and lead on, as forms do."""
    Note.objects.create(text=request.POST["text"])
    return HttpResponseRedirect("/", status=303)


urlpatterns = [path("", read), path("write/", write)]

"""Addresses of Insights."""

from django.urls import path

from troth.web.insights import moments, overview, support, together, trust, word

app_name = "insights"
urlpatterns = [
    path("insights/", overview.overview, name="overview"),
    path("insights/felt-trust/", trust.trust, name="trust"),
    path("insights/felt-trust/picture/", trust.picture, name="trust_picture"),
    path("insights/my-word/", word.word, name="word"),
    path("insights/my-word/picture/", word.picture, name="word_picture"),
    path("insights/moments/", moments.moments, name="moments"),
    path("insights/together/", together.together, name="together"),
    path("insights/support/", support.support, name="support"),
    path("insights/support/picture/", support.picture, name="support_picture"),
]

"""Django's settings, made from the options. Reading them makes no file."""

import os
import zoneinfo
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from troth.app import home
from troth.app.database import address_to_settings
from troth.app.options import read_options

# The wheel `tzdata` is the only source of clock changes: a system's own copy may be years older.
zoneinfo.reset_tzpath(to=())

WEB = Path(__file__).resolve().parent.parent / "web"
OPTIONS = read_options(os.environ)

HOME: Path = OPTIONS["TROTH_HOME"]  # type: ignore[assignment]
HOST_KEY_FILE: Path = OPTIONS["TROTH_HOST_KEY_FILE"] or HOME.with_name(HOME.name + ".key")  # type: ignore[assignment]
ERASED_FILE = HOME / "erased"
IS_SAMPLE = (HOME / "sample").exists()
SITES: tuple[str, ...] = OPTIONS["TROTH_SITE"]  # type: ignore[assignment]
IS_SERVER = bool(SITES)
BEHIND_PROXY = bool(OPTIONS["TROTH_BEHIND_PROXY"])
LEAVE_TO = str(OPTIONS["TROTH_LEAVE_TO"])
PASSPHRASE_COST = (
    int(str(OPTIONS["TROTH_PASSPHRASE_MIB"])) * 1024,
    int(str(OPTIONS["TROTH_PASSPHRASE_PASSES"])),
)
UNDO_S = 3600
UNLOCKED_HOURS = 12

SECRET_KEY = home.secret(HOME)
DEBUG = False
ALLOWED_HOSTS = [*SITES, "127.0.0.1", "localhost", "[::1]"]
INSTALLED_APPS = ["django.contrib.staticfiles", "django_htmx", "troth.store", "troth.web"]
MIDDLEWARE = [
    "troth.web.parts.headers.PolicyHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "troth.web.parts.access.Access",
    "troth.web.parts.tongue.Tongue",
]
ROOT_URLCONF = "troth.app.urls"
WSGI_APPLICATION = "troth.app.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": ["troth.web.parts.frame.frame"],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["django.template.loaders.filesystem.Loader"],
                        )
                    ],
                )
            ],
            "builtins": [
                "template_partials.templatetags.partials",
                "troth.web.parts.tags",
                "troth.web.parts.shown",
            ],
        },
    }
]
FORM_RENDERER = "troth.web.parts.fields.Fields"
DATABASES = {"default": address_to_settings(str(OPTIONS["TROTH_DATABASE"]), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "static/"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False  # its default lets every other site read our files
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [WEB / "locale"]

CSRF_COOKIE_AGE = None  # ends with the browser: a year-long cookie would tell that the site was visited
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = IS_SERVER
CSRF_COOKIE_NAME = "__Host-form" if IS_SERVER else "form"
CSRF_FAILURE_VIEW = "troth.web.parts.errors.form_too_old"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

# Uploads stay in memory: the default handler writes plain files to the temporary folder.
FILE_UPLOAD_HANDLERS = ["troth.web.parts.uploads.InMemory"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    # Django's own request logger writes addresses and its error logger writes local variables: both stay silent.
    # `troth.web.parts.errors` says what is needed: the route's name, the kind of fault, the place in our code.
    "loggers": {
        "django": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "troth": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}

"""Settings of the bare project: the same database engine and settings as Troth, nothing else that is not needed."""

import os
from pathlib import Path

from troth.app.database import address_to_settings

HERE = Path(__file__).resolve().parent
SECRET_KEY = "bare"  # it signs nothing
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["bench.bare"]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "bench.bare.pages"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [HERE]}]
DATABASES = {"default": address_to_settings("", Path(os.environ["BENCH_BARE_HOME"]))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
USE_I18N = False

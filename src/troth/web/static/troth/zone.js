// Offer the device's own time zone, as long as nobody has chosen another.

const zone = document.querySelector("select[name=zone]");
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const untouched = zone && !zone.closest("form").querySelector("[aria-invalid]");
if (untouched && [...zone.options].some((option) => option.value === own)) zone.value = own;

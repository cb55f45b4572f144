"""What pages share: access, frame, form fields, headers, errors."""

# Words used everywhere.
error-internal = Sorry, that did not work. The fault has been noted. Please try again later.
error-not-found = { $what } does not exist here.
error-fields = Some entries need another look. Please check the marked fields.

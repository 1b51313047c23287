# Sentences of the API (/api/v1).
api-process = This process
api-diagram = This version of the process model
api-finding = This finding
api-unit = This unit
api-application = This application
api-question = This question
api-question-unknown = This question does not exist. Known ones: { $known }.

api-json-too-large = The text is too large. The limit is { $limit } MB.
api-json-too-deep = The text is nested too deeply. The limit is { $limit } levels.
api-json-no-object = A JSON object is expected, that is, a text in curly brackets.
api-json-broken = This is not valid JSON. The fault is in line { $line }, character { $column }.
api-body-too-large = The content is too large. The limit is { $limit } MB.
api-body-not-json = Please send the content as “application/json”.

api-field-text = A text is expected here.
api-field-empty = Please write something, or send null for “not surveyed”.
api-field-integer = A whole number is expected here.
api-field-number = A number is expected here.
api-field-bool = true or false is expected here.
api-field-list = A list is expected here.
api-field-date = A date such as 2026-11-23 is expected here.
api-field-range = The number has to lie between { $least } and { $most }.
api-field-code = This value does not exist here. Possible values: { $known }.
api-field-missing = This entry is missing.
api-field-unknown = This field does not exist.

api-if-match-missing = Please send the ETag that you got when reading in the header “If-Match”.
api-stale = Somebody else was faster. Please read the new state and change it again.
api-accept = The process model does not exist in this form. Possible: application/xml, image/svg+xml, text/plain and application/json.
api-busy = There is a lot of computing going on. Please try again in a moment.

api-key-length = The key in “Idempotency-Key” has to have 1 to 200 characters.
api-key-body = The content is too large.
api-key-working = A request with this “Idempotency-Key” is being worked on. Please wait for its answer.
api-key-other = This “Idempotency-Key” already belongs to another request. Please take a new one.

api-page-title = API
api-page-lead = Everything the pages can do can also be done by the API at /api/v1. Programs sign in with a token. Errors come as application/problem+json.
api-page-description = Description as OpenAPI 3.1
api-page-method = Method
api-page-path = Address
api-page-what = Meaning

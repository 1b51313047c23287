# Sentences of the command line.
cli-about-prozessregister = Process register for public administration: record, model, find media breaks, prioritise.
cli-about-demo = Shows a made-up town with processes, models and answers
cli-about-serve = Serves the register in the browser
cli-about-analyse = Finds media breaks and candidates in BPMN files
cli-about-bpmn = Tools for single BPMN files
cli-about-bpmn-check = Checks whether files can be read and names what is odd
cli-about-bpmn-rename = Renames an element; everything else stays byte for byte
cli-about-bpmn-annotate = Adds facts about a step to the file; everything else stays byte for byte
cli-about-bpmn-picture = Draws a model as SVG or PNG
cli-about-bpmn-narrate = Tells a model in words, as text, Markdown or JSON
cli-about-bpmn-steps = Makes a model from a list of steps (CSV), and a list from a model
cli-about-bpmn-compare = Compares two models and says what is different
cli-arg-old = First file
cli-arg-new = Second file
cli-about-import = Takes over profiles (CSV), models (BPMN) and copies (JSON), whole folders too
cli-about-export = Writes profiles as CSV or XLSX, everything together as JSON
cli-about-rank = Shows the ranking with reasons
cli-about-explain = Explains a rule, a question, a solution class or a legal question
cli-about-evaluate = Measures the analysis against your own examples
cli-about-user = Accounts
cli-about-user-add = Makes an account
cli-about-user-list = Shows all accounts
cli-about-user-disable = Disables an account
cli-about-user-password = Sets a password
cli-about-token = Tokens for the API
cli-about-token-add = Makes a token for an account and shows it once
cli-about-token-list = Shows all tokens
cli-about-token-revoke = Revokes a token
cli-about-openapi = Prints the description of the API

cli-arg-data = Folder of the register
cli-arg-lang = Language: de or en
cli-arg-listen = Address and port, for example 127.0.0.1:8080
cli-arg-public-url = Address under which the register is reached from outside, for example https://prozesse.example.de
cli-arg-keep = Keeps the town in this folder
cli-arg-paths = Files or folders
cli-arg-format = Form of the result
cli-arg-timings = Names the computing time of each file
cli-arg-files = Files or folders
cli-arg-file = File
cli-arg-element = Id of the element
cli-arg-name = Name
cli-arg-output = File for the result; - for standard output
cli-arg-findings = Draws the findings
cli-arg-scale = Scale of a PNG picture from 0.1 to 8; twice its size where nothing is said
cli-arg-kind = What the file is taken for: profiles, as-is model, to-be model, copy
cli-arg-dry-run = Only says what would happen
cli-arg-set = Fact, for example work.handlingMinutes=7
cli-arg-add = Further annotation, for example "carrier object=Antrag needs=paper by=human"
cli-arg-top = Only the first N
cli-arg-proposals = Proposals count where answers are missing
cli-arg-id = Id
cli-arg-lexicon-only = Only the lexicon, without the flow of information
cli-arg-root = Folder with the models
cli-arg-login = Name to sign in with
cli-arg-role = Role: reader, process-owner, analyst, coordinator or administrator
cli-arg-unit = Short sign of the unit the account is for
cli-arg-password-stdin = Reads the password from standard input
cli-arg-undo = Enables the account again

cli-output = The result cannot be written: { $cause }
cli-field = { $field }: { $what }
cli-warning = Note: { $what }
cli-warning-line = Note on line { $line }: { $what }
cli-file-missing = The file { $file } does not exist.
cli-file-forbidden = The program may not read the file { $file }.
cli-file-unreadable = The file { $file } cannot be read.
cli-file-unwritable = The file { $file } cannot be written.

cli-analyse-unnamed = Model without a name
cli-analyse-summary =
    { $name }: { $activities ->
        [one] one step
       *[other] { $activities } steps
    }, { $coverage } % of the carriers known; { $verdict }; { $breaks } media breaks per case
cli-analyse-finding = { $place }. { $element } ({ $level }): { $what }
cli-analyse-candidate = Candidate: { $element } – { $class }, { $level } ({ $score } of 100)
cli-analyse-error = Not read: { $why }
cli-analyse-refused = { $refused } of { $all } files were not read.
cli-analyse-timings = { $files } files in { $total } ms; { $name } took longest with { $slowest } ms.
cli-verdict-none = no media breaks
cli-verdict-none-found = no media breaks found, but not everything is known
cli-verdict-breaks = media breaks
cli-verdict-not-assessable = cannot be judged, too little is known
cli-level-high = high
cli-level-medium = medium
cli-level-check = please check

cli-check-good = { $file }: good
cli-check-failed = { $file }: cannot be read. { $why }
cli-picture-ending = Pictures come as SVG and PNG. Please use a file name that ends in .svg or .png.

cli-import-line = { $source }: { $outcome } { $number }
cli-import-refused = { $source }: not taken. { $why }
cli-import-unknown = The register cannot take over files that end in “{ $ending }”. Possible are csv, json, bpmn, bpmn2 and xml.
cli-import-done = { $created } new, { $changed } changed, { $unchanged } unchanged, { $refused } not taken.
cli-import-would = Dry run: { $created } new, { $changed } changed, { $unchanged } unchanged, { $refused } not taken. Nothing was stored.
cli-outcome-created = new
cli-outcome-changed = changed
cli-outcome-unchanged = unchanged
cli-outcome-refused = not taken

cli-export-format = Please name the form with --format: csv, json or xlsx.

cli-rank-empty = There are no processes yet.
cli-rank-line = { $place }. { $number } { $name } ({ $unit }): { $score } points, possible { $least } to { $most }, { $known } % answered
cli-rank-why = { "   " }{ $why }

cli-account = This account
cli-user-added = The account { $login } has been made.
cli-user-enabled = The account { $login } can sign in again.
cli-user-disabled = The account { $login } is disabled.
cli-user-password = The password of { $login } has been set.
cli-user-role = The role “{ $given }” does not exist. Possible: { $known }.
cli-user-line = { $login } · { $name } · { $role } · { $state }
cli-user-state-active = active
cli-user-state-disabled = disabled
cli-token-added = The token for { $login } has been made. It is shown only this once:
cli-token-line = { $id } · { $login } · { $name } · { $created }
cli-token-revoked = The token has been revoked.

cli-serve-ready = The register is ready: { $address } (Ctrl+C to stop)
cli-serve-administrator = Administration
cli-serve-first = The first account is called { $login }. Its password is the one in PROZESSREGISTER_ADMIN_PASSWORD.
cli-serve-first-made = The first account is called { $login }, its password is { $password }. Please write it down, it is shown only this once.
cli-address-taken = The address { $address } is taken. Please name another one with --listen.
cli-address-unusable = The address { $address } cannot be used.

cli-demo-loading = The town is being built, this takes a moment.
cli-demo-ready = The town is ready: { $address }
cli-demo-account = { $login } · password { $password } · { $name } ({ $role })
cli-demo-stop = Ctrl+C to stop.

cli-evaluate-golden = Golden cases: { $passed } of { $all } hold
cli-evaluate-case = Golden case { $case } does not hold:
cli-evaluate-failure = { "   " }{ $element } { $kind } { $object }: { $figure } expected { $expected }, got { $actual }
cli-evaluate-models =
    { $models ->
        [one] One labelled model
       *[other] { $models } labelled models
    }
cli-evaluate-elements = Media breaks by element
cli-evaluate-kinds = Media breaks by element and kind
cli-evaluate-candidates = Candidates by element
cli-evaluate-classes = Candidates by element and solution class
cli-evaluate-score = { $name }: precision { $precision }, recall { $recall }, F1 { $f1 } ({ $hits } right, { $false-alarms } too many, { $missed } missed)
cli-evaluate-undefined = not defined
cli-evaluate-missed = missed
cli-evaluate-false-alarm = too many
cli-evaluate-miss = { $what }: { $model } { $element } “{ $name }” { $kind } { $why }
cli-evaluate-bin = Confidence from { $from }: { $count } findings, { $confidence } on average, { $right } right
cli-evaluate-calibration = Error of the confidence: { $error }
cli-evaluate-discretion = Steps with discretion for which full automation was proposed: { $number }
cli-evaluate-not-compared = { $file }: cases of the kind “{ $schema }” are not compared here.
cli-set-form = “{ $given }” is not of the form NAME=VALUE, for example work.handlingMinutes=7.

cli-about-backup = Copies the register to a new file, also while it is in use
cli-about-restore = Puts a copy in place after it was checked; the register so far stays beside it
cli-about-verify = Checks whether the register is whole and unchanged
cli-arg-replicated = Leaves the checkpoints of the write-ahead log to a replicator
cli-arg-most-megabytes = Size the register may grow to, in megabytes
cli-backup-done = The copy is in { $file }. Checksum (SHA-256): { $hash }. The file .manifest beside it belongs to it.
cli-restore-done = The copy is in place in { $folder }.
cli-restore-aside = The register so far is in { $file }.
cli-verify-good = The register is whole and unchanged.
cli-verify-holds = Schema { $schema }, { $models } models, log up to row { $position }, newest entry { $hash }. Keep this line elsewhere: it shows whether something was cut off later.
cli-arg-max-megabytes = Largest file, in megabytes
cli-arg-max-elements = Most XML elements of a file
cli-check-timings = { $megabytes } MB read and checked in { $seconds } seconds.
cli-about-bpmn-layout = Draws a model that has no drawing; everything else stays byte for byte
cli-arg-all = Draws anew what is drawn already

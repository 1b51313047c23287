## Frame of the pages
error-sign-in = Please sign in.
error-forbidden = Your account may not do that. Please ask your administration.
web-product = Process register
web-skip = Skip to content
web-menu = Menu
web-menu-start = Start
web-menu-processes = Processes
web-menu-findings = Findings
web-menu-candidates = Candidates
web-menu-priorities = Priorities
web-menu-catalogue = Catalogues
web-menu-help = Help
web-menu-admin = Administration
web-search = Search
web-search-label = Search processes
web-sign-in = Sign in
web-sign-out = Sign out
web-sign-in-login = Login name
web-sign-in-password = Password
web-language = Language
web-foot-api = API
web-foot-licences = Licences
web-crumbs = You are here
web-tabs = Pages of this process
web-to-start = To the start page
web-pages = More pages
web-page-first = To the beginning
web-page-next = Show more
web-results = Results
web-save = Save
web-cancel = Cancel
web-edit = Edit
web-any = all
web-choose = please choose
web-apply = Apply
web-filters = Filters
web-filters-order = Filters and order
web-filters-active = Active filters
web-filters-clear = Remove all filters
web-filter-remove = Remove filter:

## Demo
web-demo-title = Try the example town
web-demo-intro = All names and figures are made up. Choose the role you would like to take.
web-demo-reader = Sign in as reader
web-demo-reader-task = looks at the register
web-demo-process-owner = Sign in as process owner
web-demo-process-owner-task = registers processes of a department
web-demo-analyst = Sign in as analyst
web-demo-analyst-task = uploads models and judges findings
web-demo-coordinator = Sign in as coordinator
web-demo-coordinator-task = answers the questions and ranks processes
web-demo-administrator = Sign in as administrator
web-demo-administrator-task = keeps the accounts

## What does not work
web-error-title-not-found = Not found
web-error-title-invalid = Please check your entries
web-error-title-conflict = That exists already
web-error-title-forbidden = Not permitted
web-error-title-sign-in = Please sign in
web-error-expired = Your sign-in is no longer valid, so nothing was saved. What you entered is still in the form: sign in in a second window, go back to the form here and save again.
web-error-title-stale = Changed in the meantime
web-error-title-too-large = Too large
web-error-title-busy = One moment please
web-error-title-full = No space left
web-error-title-internal = That did not work
web-error-no-page = This page does not exist. Maybe the address is not complete.
web-error-request = The request was not complete. Please go back and try again.
web-error-too-large = That is larger than accepted here. A BPMN file may have 20 MB.
web-error-busy = This takes too long right now. Please try again in a few seconds.
web-error-cross-site = The request came from another site and was therefore not carried out. Please open the process register itself and try again.
web-what-help = This help text
web-what-question = This question
web-check-entries = Please check these entries

## What was done
web-done-signed-out = You are signed out.
web-done-created = The process is registered.
web-done-saved = Saved.
web-done-deleted = The process is removed from the lists.
web-done-uploaded = The model is stored and analysed.
web-done-judged = Your verdict is saved.
web-done-answered = The answer is saved.
web-done-proposals = The open proposals are taken over as answers.
web-done-withdrawn = The answer is withdrawn.
web-done-weights = The weights are saved. The ranking is computed anew.
web-done-password = The new password is in force. Please sign in with it.
web-done-revoked = The token is revoked.
web-done-account-added = The account is made.

## Start
web-greeting = Hello { $name }
web-start-summary =
    { $processes ->
        [one] The register holds one process
       *[other] The register holds { $processes } processes
    }, { $modelled ->
        [0] none of them with a model yet.
        [one] one of them with a model.
       *[other] { $modelled } of them with a model.
    }
web-start-task-reader = Search for a process or look at the ranking.
web-start-task-process-owner = It helps most to fill the gaps of your processes.
web-start-task-analyst = Open findings and processes without a model are waiting next.
web-start-task-coordinator = The ranking and open questions are waiting next.
web-start-task-administrator = You keep accounts and settings.
web-start-top = At the top of the ranking
web-start-unjudged = Findings without a verdict
web-start-unjudged-none = All findings are judged.
web-start-without-model = See processes without a model
web-start-mine = Facts are still missing here
web-start-least-complete = See all by completeness
web-start-recent = Changed last
web-start-units = State per division
web-processes-see = See the processes
web-ranking-see = See the whole ranking

## Account and administration
web-account = My account
web-password-title = Change password
web-password-new = New password
web-password-again = Repeat the new password
web-password-first = First password
web-password-help = At least 12 characters. Several words are best.
web-password-set = Set password
web-fault-again = The two entries differ. Please enter the new password again.
web-tokens = Tokens
web-tokens-lead = Other programs use them to reach the register in your name.
web-token-name = What is the token for?
web-token-add = Make a token
web-token-made = The token is made.
web-token-once = It is shown only this once. Please keep it safe.
web-token-revoke = Revoke
web-token-confirm = Shall this token no longer be valid?
web-token-created = made on
web-token-used = last used:
web-token-unused = never
web-accounts = Accounts
web-account-new = Make an account
web-account-add = Make the account
web-account-active = active
web-account-disabled = disabled
web-account-disable = Disable
web-account-enable = Enable
web-role = Role
web-scope = Scope
web-scope-all = whole administration
web-scope-help = The account may change processes of this unit and of the units below it.
web-town = Name of the administration
web-town-name = As it stands on top of each page

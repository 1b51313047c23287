# What the register says: processes, accounts, catalogues, files.

## Things
thing-process = This process
thing-diagram = This version of the model
thing-finding = This finding
thing-finding-view = This saved view
thing-system-pair = This pair of systems
thing-unit = This unit
thing-application = This application
thing-account = This account
thing-token = This access token

## Roles
role-reader = Reader
role-process-owner = Process owner
role-analyst = Analyst
role-coordinator = Coordinator
role-administrator = Administrator

## Not allowed
denied-role = You need the role “{ $role }” for this. Please ask your administrators.
denied-scope = This process belongs to another unit. You can only change processes of your own units.
denied-no-unit = Please assign the process to one of your units first.
denied-whole-town = This concerns the whole town. Your account is limited to some units.

## Sign-in and accounts
sign-in-wrong = User name or password is not right.
sign-in-wait =
    { $seconds ->
        [one] Too many failed attempts. Please try again in one second.
       *[other] Too many failed attempts. Please try again in { $seconds } seconds.
    }
account-login-taken = The user name “{ $login }” is taken. Please choose another one.
account-login-blanks = The user name must not contain blanks.
account-password-short = The password needs at least { $least } characters. Several words are best.
account-password-simple = This password is too easy to guess. Several words are best.
account-not-oneself = You cannot disable your own account. Please ask another administrator.

## Fields
field-required = This entry is needed.
field-too-long = This is too long: at most { $most } characters.
field-too-many = These are too many: at most { $most }.
field-unknown-choice = “{ $given }” is not among the choices.
field-unknown-unit = This unit does not exist.
field-unknown-application = At least one of these applications is not in the catalogue.
field-no-number = “{ $given }” is not a number. Example: 1200 or 7.5
field-out-of-range = The number has to lie between { $least } and { $most }.
field-number-range = The number has to be between 0 and a million millions.
field-no-year = “{ $given }” is not a year. Example: 2025
field-no-date = “{ $given }” is not a date. Example: 2026-12-31
field-no-share = A share is between 0 and 100 per cent. Example: 40 % or 0.4
field-shares-too-large = The shares add up to { $total } per cent. At most 100 are possible.
field-channel-twice = “{ $channel }” is given twice.

channel-counter = In person
channel-phone = Telephone
channel-post = Post
channel-fax = Fax
channel-email = E-mail
channel-web-form = Web form
channel-online-service = Online service
channel-internal-mail = Internal mail
channel-application = Application

## Processes
process-stale = Somebody else has changed this process in the meantime. Please look at the new state and make your change again.
entry-stale = Somebody else has changed this entry in the meantime. Please look at the new state and make your change again.
process-number-taken = The number “{ $number }” is taken.
list-cursor = This page of the list no longer exists. Please start the list from the beginning.

## Catalogues
unit-circle = A unit cannot stand below itself.
application-name-taken = The application “{ $name }” is already in the catalogue.
interface-to-itself = An interface connects two different applications.

## Models and findings
upload-too-large = The file is too large: at most { $most } MB.
upload-empty = The file is empty.
judge-reason = Please say briefly why the finding is not true.

## Storage
error-full = Nothing can be stored right now because there is no space left. Reading still works. Please tell the administrators.
error-busy = There is a lot going on. Please try again in a moment.
open-folder = The folder { $folder } cannot be used: { $cause }. Please check path and permissions.
open-locked = The register in { $folder } is already open. Please end the other program or use its pages.
open-missing = There is no register in { $folder }.
open-not-a-register = { $file } is not a register. Nothing was changed. Please give another folder.
open-damaged = { $file } is damaged ({ $cause }). Nothing was changed. Please restore a backup.
open-too-new = { $file } was written by a newer version of the program (state { $found }, known up to { $known }). Please start the newer version.
open-old-sqlite = The built-in database SQLite { $version } is too old and could damage data. Please build the program with SQLite 3.51.3 or newer.

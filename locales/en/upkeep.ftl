# Backup, restore, verification.
cli-about-backup = Saves the register to a file, also while it is running
cli-about-restore = Restores the register from a backup; what was there before is kept beside it
cli-about-verify = Checks whether the register is intact, also while it is running
cli-arg-backup = File for the backup, outside the folder of the register
cli-arg-backup-file = File with the backup
cli-arg-without-manifest = Also takes a database without a checksum, for example from a running replication
cli-arg-anchor = Number and hash of a row of the log as backup and verify print them, for example 120:3fa9…
cli-backup-done = Saved to { $file } ({ $megabytes } MB). Checksum (SHA-256): { $sha256 }. Log up to { $number }:{ $hash }. Please keep the last one outside this machine; it shows later that nothing is missing.
cli-restore-done = The register is restored, with the log up to { $number }:{ $hash }. Everybody has to sign in again. Please check accounts and tokens: what was disabled after the backup is valid again.
cli-restore-kept = What was there before is in { $file }. Please delete the file when you no longer need it.
cli-verify-sound = The register is intact: { $processes } processes, { $diagrams } models, log up to { $number }:{ $hash }.
cli-verify-unsound = The register is not intact. Checked were { $processes } processes, { $diagrams } models and the log up to { $number }:{ $hash }. Please restore a backup.
cli-verify-anchor = “{ $given }” is no row of the log. Please give number and hash as backup prints them.

copy-file = { $file } cannot be read or written: { $cause }.
backup-inside = { $file } is in the folder of the register. Please choose another place, best on another device.
backup-exists = { $file } exists already. Please name a new file.
restore-changed = { $file } was changed after the backup or is damaged. Nothing was taken over. Please use another backup.
restore-no-manifest = { $file } has no checksum and was not saved with “backup”, or the end of the file is missing. Nothing was taken over. If you trust the file, --without-manifest helps.
restore-unsound = { $file } is not intact: { $fault } Nothing was taken over.
open-foreign = { $file } holds something that this program did not make: { $object } ({ $kind }). Nothing was changed. Please restore a backup.
open-lacking = A part of the register is missing in { $file }: { $object } ({ $kind }). Nothing was changed. Please restore a backup.
verify-unreadable = The file cannot be read to its end: { $cause }.
verify-pages = The file is damaged: { $cause }.
verify-reference = A row in { $table } refers to something in { $target } that does not exist.
verify-log = The log does not fit together from row { $number } on.
verify-diagram = The stored file of model { $number } of process { $process } is not the one that was uploaded.
verify-record = The entry { $subject } says something other than the log records.
verify-record-missing = The entry { $subject } is missing although the log records it.
verify-search = The search text of { $subject } does not fit the profile.
verify-search-stray = The search holds { $count } entries without a process.
verify-anchor-missing = Row { $number } of the log is missing; the log ends with row { $last }. Perhaps this is an older state.
verify-anchor-differs = Row { $number } of the log has another hash. This does not continue the known log.
open-too-old = { $file } was written by an older version of the program (state { $found }, needed { $known }). Please start “serve” once; it brings the file up to date and keeps the old one.
error-too-long = This query took too long and was stopped. Please narrow it down or try again later.

# Limits of an instance.
cli-arg-proxy-header = Header in which a proxy in front names the address, for example X-Forwarded-For; only where all requests come through it
cli-arg-wal-mb = Size of the write-ahead log of the database in MB from which it is folded in any case
cli-arg-read-seconds = Longest time of a query in seconds
cli-arg-uploads-mb = Room for all models together in MB
cli-arg-file-mb = Largest model file in MB
upload-quota = There is no more room for models: all together may take { $most } MB. Please tell the administrators.
upload-versions = This process already has { $most } versions of its model, more are not provided for. Please tell the administrators.

# Sicherung, Wiederherstellung, Prüfung.
cli-about-backup = Sichert das Register in eine Datei, auch während es läuft
cli-about-restore = Stellt das Register aus einer Sicherung wieder her; der bisherige Stand bleibt daneben erhalten
cli-about-verify = Prüft, ob das Register unversehrt ist, auch während es läuft
cli-arg-backup = Datei für die Sicherung, außerhalb des Ordners des Registers
cli-arg-backup-file = Datei mit der Sicherung
cli-arg-without-manifest = Nimmt auch eine Datenbank ohne Prüfsumme an, zum Beispiel aus einer laufenden Replikation
cli-arg-anchor = Nummer und Prüfwert einer Protokollzeile, wie backup und verify sie nennen, zum Beispiel 120:3fa9…
cli-backup-done = Gesichert in { $file } ({ $megabytes } MB). Prüfsumme (SHA-256): { $sha256 }. Protokoll bis { $number }:{ $hash }. Bitte bewahren Sie die letzte Angabe außerhalb dieses Rechners auf; mit ihr lässt sich prüfen, dass nichts fehlt.
cli-restore-done = Das Register ist wiederhergestellt, mit dem Protokoll bis { $number }:{ $hash }. Alle müssen sich neu anmelden. Bitte prüfen Sie Konten und Token: Auch was nach der Sicherung gesperrt wurde, gilt wieder.
cli-restore-kept = Der bisherige Stand liegt in { $file }. Bitte löschen Sie die Datei, wenn Sie sie nicht mehr brauchen.
cli-verify-sound = Das Register ist unversehrt: { $processes } Prozesse, { $diagrams } Modelle, Protokoll bis { $number }:{ $hash }.
cli-verify-unsound = Das Register ist nicht unversehrt. Geprüft wurden { $processes } Prozesse, { $diagrams } Modelle und das Protokoll bis { $number }:{ $hash }. Bitte stellen Sie eine Sicherung wieder her.
cli-verify-anchor = „{ $given }“ ist keine Protokollzeile. Bitte geben Sie Nummer und Prüfwert so an, wie backup sie nennt.

copy-file = { $file } lässt sich nicht lesen oder schreiben: { $cause }.
backup-inside = { $file } liegt im Ordner des Registers. Bitte wählen Sie einen anderen Ort, am besten auf einem anderen Gerät.
backup-exists = { $file } gibt es schon. Bitte nennen Sie eine neue Datei.
restore-changed = { $file } wurde nach der Sicherung verändert oder ist beschädigt. Es wurde nichts übernommen. Bitte nehmen Sie eine andere Sicherung.
restore-no-manifest = { $file } hat keine Prüfsumme und wurde nicht mit „backup“ gesichert, oder das Ende der Datei fehlt. Es wurde nichts übernommen. Wenn Sie der Datei trauen, hilft --without-manifest.
restore-unsound = { $file } ist nicht unversehrt: { $fault } Es wurde nichts übernommen.
open-foreign = { $file } enthält etwas, das nicht von diesem Programm stammt: { $object } ({ $kind }). Es wurde nichts verändert. Bitte stellen Sie eine Sicherung wieder her.
open-lacking = In { $file } fehlt ein Teil des Registers: { $object } ({ $kind }). Es wurde nichts verändert. Bitte stellen Sie eine Sicherung wieder her.
verify-unreadable = Die Datei lässt sich nicht zu Ende lesen: { $cause }.
verify-pages = Die Datei ist beschädigt: { $cause }.
verify-reference = Eine Zeile in { $table } verweist auf etwas in { $target }, das es nicht gibt.
verify-log = Das Protokoll passt ab Zeile { $number } nicht mehr zusammen.
verify-diagram = Die gespeicherte Datei von Modell { $number } des Prozesses { $process } ist nicht mehr die, die hochgeladen wurde.
verify-record = Der Eintrag { $subject } sagt etwas anderes, als das Protokoll festhält.
verify-record-missing = Der Eintrag { $subject } fehlt, obwohl das Protokoll ihn festhält.
verify-search = Der Suchtext von { $subject } passt nicht zum Steckbrief.
verify-search-stray = Die Suche enthält { $count } Einträge ohne Prozess.
verify-anchor-missing = Die Protokollzeile { $number } fehlt; das Protokoll endet mit Zeile { $last }. Vielleicht ist dies ein älterer Stand.
verify-anchor-differs = Die Protokollzeile { $number } hat einen anderen Prüfwert. Dies ist nicht die Fortsetzung des bekannten Protokolls.
open-too-old = { $file } stammt von einer älteren Version des Programms (Stand { $found }, nötig ist { $known }). Bitte starten Sie einmal „serve“; dabei wird die Datei umgestellt und der alte Stand aufbewahrt.
error-too-long = Diese Abfrage hat zu lange gedauert und wurde abgebrochen. Bitte schränken Sie sie ein oder versuchen Sie es später noch einmal.

# Grenzen einer Instanz.
cli-arg-proxy-header = Kopfzeile, in der ein vorgeschalteter Proxy die Adresse nennt, zum Beispiel X-Forwarded-For; nur angeben, wenn alle Anfragen über ihn kommen
cli-arg-wal-mb = Größe des Änderungsprotokolls der Datenbank in MB, ab der es in jedem Fall zusammengeführt wird
cli-arg-read-seconds = Längste Dauer einer Abfrage in Sekunden
cli-arg-uploads-mb = Platz für alle Modelle zusammen in MB
cli-arg-file-mb = Größte Modelldatei in MB
upload-quota = Für Modelle ist kein Platz mehr: Alle zusammen dürfen { $most } MB belegen. Bitte geben Sie der Administration Bescheid.
upload-versions = Dieser Prozess hat schon { $most } Versionen seines Modells, mehr sind nicht vorgesehen. Bitte geben Sie der Administration Bescheid.

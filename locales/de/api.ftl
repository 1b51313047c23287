# Sätze der Schnittstelle (/api/v1).
api-process = Diesen Prozess
api-diagram = Diese Version des Prozessmodells
api-finding = Diesen Befund
api-unit = Diese Organisationseinheit
api-application = Dieses IT-Verfahren
api-question = Diese Leitfrage
api-question-unknown = Diese Leitfrage gibt es nicht. Bekannt sind: { $known }.

api-json-too-large = Der Text ist zu groß. Erlaubt sind { $limit } MB.
api-json-too-deep = Der Text ist zu tief verschachtelt. Erlaubt sind { $limit } Ebenen.
api-json-no-object = Erwartet wird ein JSON-Objekt, also ein Text in geschweiften Klammern.
api-json-broken = Das ist kein gültiges JSON. Der Fehler steht in Zeile { $line }, Zeichen { $column }.
api-body-too-large = Der Inhalt ist zu groß. Erlaubt sind { $limit } MB.
api-body-not-json = Bitte schicken Sie den Inhalt als „application/json“.

api-field-text = Hier wird ein Text erwartet.
api-field-empty = Bitte schreiben Sie etwas, oder schicken Sie null für „nicht erhoben“.
api-field-integer = Hier wird eine ganze Zahl erwartet.
api-field-number = Hier wird eine Zahl erwartet.
api-field-bool = Hier wird true oder false erwartet.
api-field-list = Hier wird eine Liste erwartet.
api-field-date = Hier wird ein Datum wie 2026-11-23 erwartet.
api-field-range = Die Zahl muss zwischen { $least } und { $most } liegen.
api-field-code = Diesen Wert gibt es hier nicht. Möglich sind: { $known }.
api-field-missing = Diese Angabe fehlt.
api-field-unknown = Dieses Feld gibt es nicht.

api-if-match-missing = Bitte schicken Sie im Kopf „If-Match“ den ETag mit, den Sie beim Lesen bekommen haben.
api-stale = Jemand anderes war schneller. Bitte lesen Sie den neuen Stand und ändern Sie ihn noch einmal.
api-accept = In dieser Form gibt es das Prozessmodell nicht. Möglich sind application/xml, image/svg+xml, text/plain und application/json.
api-busy = Gerade wird viel gerechnet. Bitte versuchen Sie es gleich noch einmal.

api-key-length = Der Schlüssel in „Idempotency-Key“ muss 1 bis 200 Zeichen haben.
api-key-body = Der Inhalt ist zu groß.
api-key-working = Eine Anfrage mit diesem „Idempotency-Key“ wird gerade bearbeitet. Bitte warten Sie auf ihre Antwort.
api-key-other = Dieser „Idempotency-Key“ gehört schon zu einer anderen Anfrage. Bitte nehmen Sie einen neuen.

api-page-title = Schnittstelle
api-page-lead = Alles, was die Seiten können, geht auch über die Schnittstelle unter /api/v1. Programme melden sich mit einem Token an. Fehler kommen als application/problem+json.
api-page-description = Beschreibung als OpenAPI 3.1
api-page-method = Methode
api-page-path = Adresse
api-page-what = Bedeutung

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

//! Invented processes, one step per line: `type | name | reads | writes | lane | documentation | wanted kind`.

use crate::analysis::{Context, analyse};
use crate::bpmn;
use crate::graph::build;
use std::collections::BTreeMap;

/// Builds a straight process and gives the kinds found at each step.
fn wrong(title: &str, lines: &str) -> Vec<String> {
    let rows: Vec<Vec<&str>> = lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let cell = |row: &[&str], at: usize| row.get(at).copied().unwrap_or_default().to_owned();
    let mut data: Vec<String> = Vec::new();
    let mut index = |name: &str| match data.iter().position(|known| known == name) {
        Some(at) => at,
        None => {
            data.push(name.to_owned());
            data.len() - 1
        }
    };
    let escape = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;")
    };
    let mut nodes = String::new();
    let mut flows = String::new();
    let mut lanes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut messages = String::new();
    for (at, row) in rows.iter().enumerate() {
        let kind = cell(row, 0);
        let mut links = String::new();
        for (column, side) in [(2, true), (3, false)] {
            for name in cell(row, column)
                .split(';')
                .map(str::trim)
                .filter(|name| !name.is_empty())
            {
                if let Some(text) = name.strip_prefix("msg:") {
                    let (from, to) = if side {
                        ("out".to_owned(), format!("n{at}"))
                    } else {
                        (format!("n{at}"), "out".to_owned())
                    };
                    messages.push_str(&format!(
                        r#"<messageFlow id="m{at}" name="{}" sourceRef="{from}" targetRef="{to}"/>"#,
                        escape(text)
                    ));
                    continue;
                }
                let number = index(name);
                links.push_str(&match side {
                    true => format!(r#"<dataInputAssociation id="i{at}_{number}"><sourceRef>d{number}</sourceRef></dataInputAssociation>"#),
                    false => format!(r#"<dataOutputAssociation id="o{at}_{number}"><targetRef>d{number}</targetRef></dataOutputAssociation>"#),
                });
            }
        }
        let documentation = match cell(row, 5) {
            text if text.is_empty() => String::new(),
            text => format!("<documentation>{}</documentation>", escape(&text)),
        };
        nodes.push_str(&format!(
            r#"<{kind} id="n{at}" name="{}">{documentation}{links}</{kind}>"#,
            escape(&cell(row, 1))
        ));
        if at > 0 {
            flows.push_str(&format!(
                r#"<sequenceFlow id="f{at}" sourceRef="n{}" targetRef="n{at}"/>"#,
                at - 1
            ));
        }
        if !cell(row, 4).is_empty() {
            lanes.entry(cell(row, 4)).or_default().push(at);
        }
    }
    // Stores are written in brackets: [OK.EWO].
    let drawn: String = data
        .iter()
        .enumerate()
        .map(
            |(number, name)| match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
                Some(name) => format!(r#"<dataStoreReference id="d{number}" name="{}"/>"#, escape(name)),
                None => format!(r#"<dataObjectReference id="d{number}" name="{}"/>"#, escape(name)),
            },
        )
        .collect();
    let lane_set: String = match lanes.is_empty() {
        true => String::new(),
        false => format!(
            "<laneSet id=\"ls\">{}</laneSet>",
            lanes
                .iter()
                .enumerate()
                .map(|(number, (name, members))| format!(
                    r#"<lane id="l{number}" name="{}">{}</lane>"#,
                    escape(name),
                    members
                        .iter()
                        .map(|at| format!("<flowNodeRef>n{at}</flowNodeRef>"))
                        .collect::<String>()
                ))
                .collect::<String>()
        ),
    };
    let xml = format!(
        r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><collaboration id="c"><participant id="own" name="Amt" processRef="p"/><participant id="out" name="Gegenüber"/>{messages}</collaboration><process id="p" name="{}">{lane_set}{nodes}{flows}{drawn}</process></definitions>"#,
        escape(title)
    );
    let (diagram, _) = bpmn::read(xml.as_bytes(), &bpmn::Limits::default()).unwrap();
    let graph = build(&diagram);
    let analysis = analyse(&graph, Vec::new(), &Context::default());
    rows.iter()
        .enumerate()
        .filter_map(|(at, row)| {
            let found: Vec<&str> = analysis
                .findings
                .iter()
                .filter(|finding| finding.element == format!("n{at}"))
                .filter_map(|finding| finding.kind.map(|kind| kind.code()))
                .collect();
            let wanted: Vec<String> = cell(row, 6)
                .split(';')
                .map(|kind| kind.trim().to_owned())
                .filter(|kind| !kind.is_empty())
                .collect();
            let same =
                found.len() == wanted.len() && wanted.iter().all(|kind| found.contains(&kind.as_str()));
            (!same).then(|| format!("{title}: {} — found {found:?}, wanted {wanted:?}", cell(row, 1)))
        })
        .collect()
}

const CASES: [(&str, &str); 12] = [
    (
        "Schwerbehindertenparkplatz",
        "startEvent|Antrag per Post eingegangen|||||
         userTask|Antrag einscannen|||||paper-to-digital
         userTask|Antragsdaten in GEKOS erfassen|||||document-to-system
         task|Voraussetzungen prüfen|||||
         userTask|Bescheid in Word schreiben|||||
         userTask|Bescheid ausdrucken und unterschreiben|||||digital-to-paper
         manualTask|Bescheid kuvertieren und zur Post geben|||||
         userTask|Zweitschrift einscannen und in enaio ablegen|||||paper-to-digital
         endEvent|fertig|||||",
    ),
    (
        "Urlaub beantragen",
        "startEvent|Urlaub gewünscht|||||
         manualTask|Urlaubsantrag auf Vordruck ausfüllen||Urlaubsantrag (Vordruck)|||
         manualTask|Antrag per Hauspost an Vorgesetzte senden|Urlaubsantrag (Vordruck)||||transport
         manualTask|Antrag unterschreiben|Urlaubsantrag (Vordruck)||||
         userTask|Urlaubstage in LOGA eintragen|Urlaubsantrag (Vordruck)|[LOGA]|||paper-to-digital
         userTask|Urlaub in Excel-Übersicht nachtragen|[LOGA]|[Urlaubsübersicht.xlsx]|||system-to-system
         manualTask|Antrag abheften|Urlaubsantrag (Vordruck)||||
         endEvent||||||",
    ),
    (
        "Meldeauskunft",
        "startEvent|Anfrage per E-Mail|||||
         userTask|Gesuchte Person in OK.EWO suchen|||||
         userTask|Gebührenbescheid erstellen|||||
         userTask|Gebühr in Infoma buchen|[OK.EWO]|[Infoma]|||system-to-system
         sendTask|Auskunft per E-Mail senden|||||
         endEvent||||||",
    ),
    (
        "Hausnummer vergeben",
        "startEvent|Antrag per E-Mail als PDF|||||
         userTask|Antragsdaten in das Fachverfahren abtippen|||||document-to-system
         task|Lageplan einsehen|||||
         userTask|Hausnummer im GIS einzeichnen|Lageplan.pdf|[GIS]|||document-to-system
         serviceTask|Bescheid erzeugen und drucken|||||
         userTask|Stadtwerke telefonisch informieren|||||
         endEvent||||||",
    ),
    (
        "Beschwerde aufnehmen",
        "startEvent|Bürgerin ruft an|||||
         userTask|Beschwerde notieren||Gesprächsnotiz.docx|||oral-capture
         userTask|Notiz an Fachamt mailen|Gesprächsnotiz.docx||||
         userTask|Beschwerde in Meldoo erfassen|Gesprächsnotiz.docx|[Meldoo]|||document-to-system
         task|Rückruf beim Bürger|||||
         userTask|Ergebnis in Meldoo vermerken||[Meldoo]|||oral-capture
         endEvent||||||",
    ),
    (
        "Online-Antrag",
        "startEvent|Online-Antrag liegt vor|||||
         serviceTask|Daten automatisch in das Fachverfahren übernehmen||[Fachverfahren]|||
         userTask|Antrag prüfen|[Fachverfahren]||||
         userTask|Bescheid elektronisch signieren|||||
         sendTask|Bescheid ins Postfach des Nutzerkontos einstellen|||||
         endEvent||||||",
    ),
    (
        "Baustelle kontrollieren",
        "startEvent|Kontrolltermin|||||
         manualTask|Mängel vor Ort auf Formblatt festhalten||Mängelliste (Papier)|||
         userTask|Mängelliste in Excel übertragen|Mängelliste (Papier)|[Mängel.xlsx]|||paper-to-digital
         userTask|Anschreiben mit Word erstellen|[Mängel.xlsx]|Anschreiben.docx|||
         userTask|Anschreiben drucken|Anschreiben.docx||||digital-to-paper
         manualTask|Anschreiben per Einschreiben verschicken|||||
         manualTask|Akte ins Archiv bringen|Bauakte (Papier)||||transport
         endEvent||||||",
    ),
    (
        "Vollstreckung",
        "startEvent|Mahnlauf|||||
         serviceTask|Mahnung drucken und kuvertieren|||||
         userTask|Schuldner anrufen|||||
         userTask|Zahlungsvereinbarung in avviso eintragen||[avviso]|||oral-capture
         userTask|Vollstreckungsauftrag ausdrucken|[avviso]|Vollstreckungsauftrag|||digital-to-paper
         manualTask|Auftrag dem Außendienst in die Mappe legen|Vollstreckungsauftrag||||transport
         manualTask|Pfändung vor Ort durchführen|||||
         manualTask|Protokoll handschriftlich ausfüllen||Pfändungsprotokoll (handschriftlich)|||
         userTask|Protokoll in avviso erfassen|Pfändungsprotokoll (handschriftlich)|[avviso]|||paper-to-digital
         userTask|Vorgang in Papierakte und DMS ablegen|||||duplicate-filing
         endEvent||||||",
    ),
    (
        "Wörter, die täuschen",
        "startEvent|Los|||||
         userTask|Druck auf dem Kessel prüfen|||||
         userTask|Kosten übernehmen|||||
         userTask|Aufgabe an Kollegin übertragen|||||
         userTask|QR-Code scannen|||||
         userTask|Zeitdruck im Team besprechen|||||
         userTask|Eindruck vom Gelände schildern|||||
         userTask|Posten im Haushalt prüfen|||||
         userTask|Nachdruck verleihen|||||
         manualTask|Schlüssel an Hausmeister übergeben|||||
         endEvent||||||",
    ),
    (
        "Process a benefit claim",
        "startEvent|Claim form received by post|||||
         userTask|Scan claim form|||||paper-to-digital
         userTask|Key claim into Northgate|Claim scan.pdf|[Northgate]|||document-to-system
         task|Check eligibility|||||
         userTask|Call claimant|||||
         userTask|Record answers in Northgate||[Northgate]|||oral-capture
         userTask|Print decision letter|[Northgate]|Decision letter|||digital-to-paper
         manualTask|Sign letter|Decision letter||||
         manualTask|Post letter to claimant|Decision letter||||
         userTask|Copy payment details into SAP|[Northgate]|[SAP]|||system-to-system
         endEvent||||||",
    ),
    (
        "Volunteer fire brigade report",
        "startEvent|Incident over|||||
         manualTask|Fill in incident report on clipboard form||Incident report (paper)|||
         manualTask|Take report to the town hall|Incident report (paper)||||transport
         userTask|Enter report in the fire register|Incident report (paper)|[Fire register]|||paper-to-digital
         userTask|Email summary to the county|||||
         serviceTask|Export statistics automatically|[Fire register]||||
         endEvent||||||",
    ),
    (
        "Kita-Platz",
        "startEvent|Eltern am Schalter|||||
         userTask|Daten der Familie aufnehmen||[KITAPLANER]||Eltern nennen ihre Wünsche mündlich|oral-capture
         userTask|Einkommensnachweis entgegennehmen||Einkommensnachweis (Kopie)|||
         userTask|Einkommen eintragen|Einkommensnachweis (Kopie)|[KITAPLANER]|||paper-to-digital
         userTask|Platz nach Ermessen vergeben|[KITAPLANER]|[KITAPLANER]|||
         sendTask|Zusage|[KITAPLANER]|msg:Brief|||digital-to-paper
         userTask|Zusage in Liste der Träger übertragen|[KITAPLANER]|[Trägerliste.xlsx]|||system-to-system
         endEvent||||||",
    ),
];

#[test]
fn invented_processes() {
    let wrong: Vec<String> = CASES
        .iter()
        .flat_map(|(title, lines)| wrong(title, lines))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

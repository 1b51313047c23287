//! Forms of irregular verbs, so that the word lists need the infinitive only.
//!
//! Source: the classes of strong and mixed verbs of any German or English school grammar, folded (ä→ae). Preterites that
//! are nouns of the office as well (gab–Abgabe, sprach–Sprache, las–Last, bot–Angebot) are left out.

/// Root as it ends a stem, with its other roots in the present, the past and the participle.
const GERMAN: [(&str, &[&str]); 50] = [
    ("bieg", &["bog"]),
    ("bind", &["band", "bund"]),
    ("bring", &["brach"]),
    ("brech", &["brich", "brach", "broch"]),
    ("empfehl", &["empfiehl", "empfohl"]),
    ("fahr", &["faehr", "fuhr"]),
    ("fall", &["faell", "fiel"]),
    ("fang", &["faeng", "fing"]),
    ("find", &["fand", "fund"]),
    ("flieg", &["flog"]),
    ("geb", &["gib"]),
    ("geh", &["ging", "gang"]),
    ("greif", &["griff"]),
    ("haeng", &["hing", "hang"]),
    ("heb", &["hob"]),
    ("komm", &["kam"]),
    ("lad", &["laed", "lud"]),
    ("lass", &["laess", "liess"]),
    ("lauf", &["laeuf", "lief"]),
    ("leih", &["lieh"]),
    ("les", &["lies"]),
    ("mess", &["miss"]),
    ("nehm", &["nimm", "nahm", "nomm"]),
    ("nenn", &["nann"]),
    ("reiss", &["riss"]),
    ("ruf", &["rief"]),
    ("scheid", &["schied"]),
    ("schieb", &["schob"]),
    ("schlag", &["schlaeg", "schlug"]),
    ("schliess", &["schloss"]),
    ("schneid", &["schnitt"]),
    ("schreib", &["schrieb"]),
    ("seh", &["sieh"]),
    ("send", &["sand", "sandt"]),
    ("sprech", &["sprich", "sproch"]),
    ("steh", &["stand"]),
    ("streich", &["strich"]),
    ("trag", &["traeg", "trug"]),
    ("treff", &["triff", "troff"]),
    ("treib", &["trieb"]),
    ("tret", &["trit", "trat"]),
    ("waeg", &["wog"]),
    ("weis", &["wies"]),
    ("wend", &["wandt"]),
    ("werb", &["wirb", "worb"]),
    ("werf", &["wirf", "warf", "worf"]),
    ("wieg", &["wog"]),
    ("zieh", &["zog"]),
    ("gleich", &["glich"]),
    ("halt", &["haelt", "hielt"]),
];

/// The stem itself and its other stems. Stems in -el lose their e before -ung (sammel: Sammlung).
pub fn german(stem: &str) -> Vec<String> {
    let mut stems = vec![stem.to_owned()];
    if let Some((root, others)) = GERMAN
        .iter()
        .filter(|(root, _)| stem.ends_with(root))
        .max_by_key(|(root, _)| root.len())
    {
        let front = stem.strip_suffix(root).unwrap_or_default();
        stems.extend(others.iter().map(|other| format!("{front}{other}")));
    }
    if let Some(front) = stem.strip_suffix("el").filter(|front| front.len() > 3) {
        stems.push(format!("{front}l"));
    }
    stems
}

/// Verb, past and participle.
const ENGLISH: [(&str, &str, &str); 35] = [
    ("bind", "bound", "bound"),
    ("bring", "brought", "brought"),
    ("choose", "chose", "chosen"),
    ("deal", "dealt", "dealt"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("feed", "fed", "fed"),
    ("find", "found", "found"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("hang", "hung", "hung"),
    ("hear", "heard", "heard"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("lay", "laid", "laid"),
    ("leave", "left", "left"),
    ("make", "made", "made"),
    ("meet", "met", "met"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("ring", "rang", "rung"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("send", "sent", "sent"),
    ("speak", "spoke", "spoken"),
    ("stick", "stuck", "stuck"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("weigh", "weighed", "weighed"),
    ("write", "wrote", "written"),
    ("withdraw", "withdrew", "withdrawn"),
    ("rewrite", "rewrote", "rewritten"),
    ("retake", "retook", "retaken"),
    ("resend", "resent", "resent"),
];

/// Past and participle of an irregular verb.
pub fn english(verb: &str) -> Option<(&'static str, &'static str)> {
    ENGLISH
        .iter()
        .find(|(known, _, _)| *known == verb)
        .map(|(_, past, participle)| (*past, *participle))
}

/// Separable particles. A simple verb whose clause ends with one is another verb: "setzt die Gebühr fest" sets nothing.
pub const PARTICLES: [&str; 46] = [
    "ab", "an", "auf", "aus", "bei", "bereit", "bekannt", "durch", "ein", "empor", "entgegen", "fest",
    "fort", "frei", "gegen", "gleich", "her", "heraus", "herein", "herunter", "hin", "hinaus", "hinein",
    "hinunter", "hinueber", "hoch", "los", "mit", "nach", "nieder", "raus", "rein", "rueber", "runter",
    "statt", "teil", "ueber", "um", "unter", "vor", "vorbei", "weg", "weiter", "zu", "zurueck", "zusammen",
];

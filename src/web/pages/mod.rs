//! Pages: one file per noun; `GET /processes/{id}` → `processes::show` → `templates/processes/show.html`.

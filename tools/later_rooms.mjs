/// Folders of client/ and shared/ that a first visit does not need (split_program.mjs, split_texts.mjs).
export const LATER = [
    "allocation", "board", "differences", "feedback", "handovers", "imports", "kits", "loans", "papers", "requirements", "school_ends",
    "school_years", "stock", "styleguide", "supplements", "tours", "trainings",
];

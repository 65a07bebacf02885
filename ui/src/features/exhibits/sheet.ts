/** The sheets of the register. */
export type RegisterSheet =
  | "documents_privilege"
  | "documents_tag"
  | "documents_issue"
  | "documents_file"
  | "mark_exhibits"
  | "remove_marks"
  | "renumber"
  | "bates"
  | "productions"
  | "concordance"
  | "export_register";

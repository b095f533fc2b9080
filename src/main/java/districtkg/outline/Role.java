package districtkg.outline;

/** The role of a part of a report. */
public enum Role {
    /** Title, date, speaker and salutation. */
    OPENING,
    /** What was done: facts of the past. */
    REVIEW,
    /** The current situation, and difficulties. */
    SITUATION,
    /** The targets of the coming period. */
    TARGETS,
    /** The tasks of the coming period. */
    TASKS,
    /** How the government is to work. */
    GOVERNMENT,
    /** Notes that explain terms. */
    GLOSSARY,
    /** Tables and lists after the speech. */
    APPENDIX,
    /** Not part of the report: menus, links, page numbers. */
    FURNITURE;

    /** Whether the part is about the future. */
    public boolean isPlan() {
        return this == TARGETS || this == TASKS || this == GOVERNMENT;
    }

    /** Whether the part belongs to the speech. */
    public boolean isSpeech() {
        return this != GLOSSARY && this != APPENDIX && this != FURNITURE;
    }
}

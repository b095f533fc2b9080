package districtkg.outline;

/** What a part of a report is for. */
public enum Role {
    /** Title, date, speaker and salutation. */
    OPENING,
    /** What was done: facts of the past. */
    REVIEW,
    /** Where things stand, and what is hard. */
    SITUATION,
    /** What the period to come is to reach. */
    TARGETS,
    /** What is to be done in the period to come. */
    TASKS,
    /** How the government is to work. */
    GOVERNMENT,
    /** Notes that explain terms. */
    GLOSSARY,
    /** Tables and lists after the speech. */
    APPENDIX,
    /** What is no part of the report: menus, links, page numbers. */
    FURNITURE;

    /** Whether the part speaks of what is to come. */
    public boolean isPlan() {
        return this == TARGETS || this == TASKS || this == GOVERNMENT;
    }

    /** Whether the part belongs to the speech. */
    public boolean isSpeech() {
        return this != GLOSSARY && this != APPENDIX && this != FURNITURE;
    }
}

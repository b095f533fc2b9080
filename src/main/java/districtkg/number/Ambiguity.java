package districtkg.number;

/** Why a reading of a number may be wrong. An ambiguous reading is shown, and never prescribed. */
public enum Ambiguity {
    /** There is none. */
    NONE(""),
    /** 温度-5: a minus sign, or a dash after a word. */
    MINUS_OR_DASH("the sign before the number may be a minus or a dash"),
    /** 新增100，200: one number with a wide comma, or two. */
    COMMA("the comma may divide thousands or two numbers"),
    /** 从3万至5万: a range, or a change. */
    RANGE_OR_CHANGE("the two numbers may be a range, or the ends of a change"),
    /** 5-3: the ends of a range go up. */
    FALLING_RANGE("the second number is less than the first"),
    /** 不少于5个左右: the words before and behind say different things. */
    TWO_BOUNDS("the words before and behind the number set different bounds"),
    /** 5\n人: the line may end here, or go on. */
    LINE_BREAK("a line break stands between the number and its unit");

    private final String what;

    Ambiguity(String what) {
        this.what = what;
    }

    /** What is ambiguous, as the end of a sentence; empty if nothing is. */
    public String what() {
        return what;
    }

    /** Whether the reading is unambiguous. */
    public boolean isNone() {
        return this == NONE;
    }

    /** This reason, or the other one if this is none. */
    public Ambiguity or(Ambiguity other) {
        return isNone() ? other : this;
    }
}

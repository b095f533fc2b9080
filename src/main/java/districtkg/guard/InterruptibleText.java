package districtkg.guard;

/** A string whose matching against a regular expression ends when the query is stopped. */
final class InterruptibleText implements CharSequence {
    private static final int BETWEEN_LOOKS = 0x3f;

    private final String text;
    private int read;

    InterruptibleText(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if ((++read & BETWEEN_LOOKS) == 0) {
            ValueSizeLimits.pause();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}

package districtkg.amount;

import districtkg.text.Span;
import districtkg.text.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word before an amount that makes it a decrease: 下降 of 下降18.7%, and of both amounts of
 * 分别下降18.7%、3%. The amount is printed without a sign, and is −18.7 percent as a growth.
 */
public final class DecreaseWord {
    private static final Pattern WORD =
            Pattern.compile(
                    "(?:下降|减少|降低|回落|下跌|下滑|缩减|压减|负增长|收窄|少收|降)(?:了|约|近|超过|超|幅度?|为|达到|达|\\s)*(?:-?\\d+(?:\\.\\d+)?(?:%|个百分点)?(?:左右|以上)?[、和及，]{1,2})*$");
    private static final int FARTHEST = 40;

    private DecreaseWord() {}

    /**
     * The span from the word for the decrease to the end of the amount, including amounts in
     * between; empty if there is no such word.
     *
     * @param amount all that states it, with its bound words
     * @param digits the span of its digits
     */
    public static Optional<Span> of(Text text, Span amount, Span digits) {
        int from = Math.max(0, digits.start() - FARTHEST);
        Matcher word = WORD.matcher(text.words(from, digits.start()));
        if (!word.find()) {
            return Optional.empty();
        }
        String before = text.words(from, digits.start());
        int start = from + before.codePointCount(0, word.start());
        return Optional.of(new Span(Math.min(start, amount.start()), amount.end()));
    }

    /** The bound of the negative number for a bound of the decrease: 下降超5% is less than −5. */
    public static Bound turned(Bound bound) {
        return switch (bound) {
            case AT_LEAST -> Bound.AT_MOST;
            case AT_MOST -> Bound.AT_LEAST;
            case MORE_THAN -> Bound.LESS_THAN;
            case LESS_THAN -> Bound.MORE_THAN;
            default -> bound;
        };
    }
}

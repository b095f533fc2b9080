package districtkg.web.message;

import districtkg.problem.Reason;
import districtkg.vocab.Language;
import java.util.List;
import java.util.stream.Stream;

/**
 * An error reason with its explanation.
 *
 * @param code the code in addresses
 * @param status the HTTP status
 * @param title short title
 * @param advice what to do
 */
public record ErrorExplanation(String code, int status, String title, String advice) {
    /** All reasons. */
    public static List<ErrorExplanation> all(Language language) {
        Messages words = Messages.in(language);
        return Stream.of(Reason.values())
                .map(
                        reason ->
                                new ErrorExplanation(
                                        reason.code(),
                                        reason.status(),
                                        words.say("error." + reason.code()),
                                        advice(reason, words)))
                .toList();
    }

    /** The advice; it names the header where an error response would show the request number. */
    private static String advice(Reason reason, Messages words) {
        String key = "error." + reason.code() + ".advice";
        return reason == Reason.FAULT ? words.say(key, "X-Request-Id") : words.say(key);
    }
}

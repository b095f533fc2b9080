package districtkg.web;

import districtkg.problem.Reason;
import districtkg.vocab.Language;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reason for which requests are refused, with what to do.
 *
 * @param code in addresses
 * @param status of HTTP
 * @param title in a few words
 * @param advice what to do
 */
public record ErrorExplanation(String code, int status, String title, String advice) {
    /** Every reason. */
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

    /** Where an answer would name its request, the header that does. */
    private static String advice(Reason reason, Messages words) {
        String key = "error." + reason.code() + ".advice";
        return reason == Reason.FAULT ? words.say(key, "X-Request-Id") : words.say(key);
    }
}

package districtkg.web.message;

import districtkg.place.Scorecard;
import districtkg.place.TargetResult;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Writes scorecards and distances from targets as text. */
public final class ScorecardText {
    private ScorecardText() {}

    /** What became of the targets of a year, in one sentence. */
    public static String sentence(Scorecard card, Messages words) {
        String key = card.targets() == 1 ? "place.sentence.one" : "place.sentence";
        return words.say(
                key,
                words.number(BigDecimal.valueOf(card.targets())),
                card.year(),
                counts(card, words));
    }

    /** The counts of a scorecard, as a list in words. */
    public static String counts(Scorecard card, Messages words) {
        return card.counts().entrySet().stream()
                .map(
                        one ->
                                words.say(
                                        "place.result." + one.getKey().key(),
                                        words.number(BigDecimal.valueOf(one.getValue()))))
                .collect(Collectors.joining(words.say("place.sentence.comma")));
    }

    /** How far an outcome lies from its target, with sign and unit; empty if it is not known. */
    public static String distance(TargetResult result, Messages words) {
        return result.distance().map(away -> distance(away, result.points(), words)).orElse("");
    }

    private static String distance(BigDecimal away, boolean points, Messages words) {
        String key =
                !points
                        ? "place.percent"
                        : away.abs().compareTo(BigDecimal.ONE) == 0
                                ? "place.point"
                                : "place.points";
        String sign = away.signum() < 0 ? "−" : away.signum() > 0 ? "+" : "±";
        return words.say(key, sign + words.number(away.abs()));
    }
}

package districtkg.figure;

import districtkg.number.Unit.Form;
import districtkg.quantity.Quantity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something lasts in a row, in months, quarters or days: 增速连续8个月全市第一. Pure functions. */
final class Streaks {
    private static final Pattern IN_A_ROW = Pattern.compile("^(?<thing>.*)连续(?:保持)?$");

    private Streaks() {}

    /**
     * What lasts, by the words before the number; the empty text if they only say that it lasts,
     * and no value for other quantities.
     */
    static Optional<String> thing(Quantity quantity, String head) {
        Matcher streak = IN_A_ROW.matcher(Phrase.clean(head));
        return quantity.form() == Form.TIME && streak.matches()
                ? Optional.of(Phrase.trimmed(streak.group("thing")))
                : Optional.empty();
    }

    /** The word for the length: 连续月数 of 8个月. */
    static String measure(Quantity quantity) {
        return "连续" + quantity.unit().replaceFirst("^个", "") + "数";
    }
}

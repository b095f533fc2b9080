package districtkg.reconcile;

import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How alike two names are, from 0 to 100. Equal names score 100; what follows is less the more has
 * to be assumed: another or no word for the kind of area, the same sound in other characters, an
 * abbreviation, and slips of the pen.
 */
final class NameSimilarity {
    static final double EQUAL = 100;
    static final double OTHER_KIND = 92;
    static final double NO_KIND = 97;
    static final double SAME_SOUND = 90;
    private static final double ONE_SLIP = 84;
    private static final double CONTAINED = 78;
    private static final double ABBREVIATED = 76;
    private static final double SLIPS = 88;

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private NameSimilarity() {}

    /**
     * The score of a name for what was asked.
     *
     * @param asked what was asked
     * @param name a name of a thing
     */
    static double of(NameForm asked, NameForm name) {
        if (asked.full().isEmpty() || name.full().isEmpty()) {
            return 0;
        }
        if (asked.full().equals(name.full())) {
            return EQUAL;
        }
        if (asked.chinese() == name.chinese() && asked.stem().equals(name.stem())) {
            return asked.kind().isEmpty() || name.kind().isEmpty() ? NO_KIND : OTHER_KIND;
        }
        if (!asked.sound().isEmpty() && asked.sound().equals(name.sound())) {
            return SAME_SOUND
                    - (asked.kind().equals(name.kind()) ? 0 : 2)
                    - 3 * (1 - likeness(asked.full(), name.full()));
        }
        double slips =
                SLIPS
                        * Math.max(
                                asked.chinese() && name.chinese()
                                        ? likeness(asked.full(), name.full())
                                        : 0,
                                likeness(asked.sound(), name.sound()));
        return Math.max(slips, Math.max(slip(asked, name), contained(asked, name)));
    }

    /** Chinese names are short: one character left out, added or exchanged is one slip. */
    private static double slip(NameForm asked, NameForm name) {
        if (!asked.chinese() || !name.chinese() || asked.stem().length() < 2) {
            return 0;
        }
        boolean one =
                sorted(asked.stem()).equals(sorted(name.stem()))
                        || (Math.abs(asked.stem().length() - name.stem().length()) == 1
                                && DISTANCE.apply(asked.stem(), name.stem()) == 1);
        return !one ? 0 : asked.kind().equals(name.kind()) ? ONE_SLIP : ONE_SLIP - 3;
    }

    private static String sorted(String text) {
        return text.codePoints()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Of a longer name that the shorter one is a part of, such as 通用机场 of 芦淞通用机场. */
    private static double contained(NameForm asked, NameForm name) {
        String one = asked.chinese() && name.chinese() ? asked.stem() : asked.sound();
        String other = asked.chinese() && name.chinese() ? name.stem() : name.sound();
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        int least = asked.chinese() && name.chinese() ? 2 : 4;
        if (shorter.length() < least) {
            return 0;
        }
        double share = Math.sqrt((double) shorter.length() / longer.length());
        boolean abbreviated = asked.chinese() && name.chinese() && inOrder(shorter, longer);
        return longer.contains(shorter) ? CONTAINED * share : abbreviated ? ABBREVIATED * share : 0;
    }

    /** Whether all characters of a name are in another in the same order, as in abbreviations. */
    private static boolean inOrder(String shorter, String longer) {
        int at = 0;
        for (int one : longer.codePoints().toArray()) {
            if (at < shorter.length() && shorter.codePointAt(at) == one) {
                at += Character.charCount(one);
            }
        }
        return at == shorter.length();
    }

    /** The share of letters that need no change; 0 if half of them do. */
    private static double likeness(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        if (longest == 0) {
            return 0;
        }
        double same = 1 - (double) DISTANCE.apply(one, other) / longest;
        return same < 0.5 ? 0 : same;
    }
}

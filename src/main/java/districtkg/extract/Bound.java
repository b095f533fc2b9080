package districtkg.extract;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How the words around a number limit it. 以上 and 以内 include the number. */
public enum Bound {
    EXACTLY("exactly", "(?!)", "(?!)"),
    AT_LEAST(
            "atLeast",
            "(?:(?:不|未|没有)(?:得|能|会|应|可|宜|允许)?(?:少于|低于|小于|下于)|至少|最少|达到或超过|等于或大于)",
            "(?:以上|及以上|或以上)"),
    AT_MOST(
            "atMost",
            "(?:(?:不|未|没有)(?:得|能|会|应|可|宜|允许)?(?:超过|超出|高于|多于|大于|突破)|至多|最多)",
            "(?:以内|以下|之内)"),
    MORE_THAN("moreThan", "(?:(?<!不)超过|突破|(?<!不)超|逾|(?<!不)大于|(?<!不)高于|(?<!不)多于)", "(?:余|多)"),
    LESS_THAN("lessThan", "(?:不足|不到|(?<!不)低于|(?<!不)小于|(?<!不)少于)", "(?!)"),
    APPROXIMATELY(
            "approximately",
            "(?:大约|(?<![签节预合条公集简契制])约(?:为|占|有\\p{IsHan}{0,3}|合|需)?|将近|接近|(?<![附邻最靠将接相亲])近)",
            "(?:左右|上下)");

    private final String term;
    private final Pattern before;
    private final Pattern after;

    Bound(String term, String before, String after) {
        this.term = term;
        this.before = Pattern.compile(before + "(?:了|达|达到)?$");
        this.after = Pattern.compile("^" + after);
    }

    /** The local name of the term of the ontology: {@code atLeast}. */
    public String term() {
        return term;
    }

    /** The bound of a term's local name. */
    public static Bound named(String term) {
        return Arrays.stream(values())
                .filter(bound -> bound.term.equals(term))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What the words around a number say.
     *
     * @param before everything of the span before the number
     * @param after what follows the number or its unit, each a place where a bound word may stand
     */
    public static Bound of(String before, List<String> after) {
        for (Bound bound : List.of(AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, APPROXIMATELY)) {
            if (bound.before.matcher(before).find()
                    || after.stream().anyMatch(words -> bound.after.matcher(words).find())) {
                return bound;
            }
        }
        return EXACTLY;
    }
}

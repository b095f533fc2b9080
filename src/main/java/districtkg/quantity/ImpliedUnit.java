package districtkg.quantity;

import districtkg.amount.Numeral;
import districtkg.lexicon.Lexicon;
import districtkg.number.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unit of a number that prints none, from the words around it: 人 of 技能人才74万, 元 of 收入超10亿. Pure
 * functions; thread-safe.
 */
final class ImpliedUnit {
    private static final Pattern ENDS =
            Pattern.compile(
                    "^(?:以上|左右|以内|的?大关|新?台阶|关口)?(?:[，。；、！？”’）)：\\s]|$|和(?!谐)|及|与|以及|并|的(?:好|历史)?成绩|的(?:名次|位次|排名)|的?大关|新?台阶|关口|规模(?=[，。；]|$))");

    /** Words of the table before a number, and behind it. */
    private static final List<Rule> BEFORE = rules("before");

    private static final List<Rule> AFTER = rules("after");

    /** What a fraction is of, or by what it changes: 占全市1/4, 缩短2/5. */
    private static final Pattern SHARES =
            Words.pattern(
                    "(?:占[^，。；]{1,14}?|超过?全[国省市区县]|(?:缩短|减少|压缩|压减|下降|降低|减))(?:{link}|近|约|超过?|了)*$");

    private static final Pattern FRACTION = Pattern.compile("分之|[/／]");
    private static final int LONGEST_DECIMALS = 4;

    private record Rule(Pattern pattern, Unit unit) {}

    private ImpliedUnit() {}

    private static List<Rule> rules(String where) {
        String template =
                where.equals("before")
                        ? "(?:%s)(?:{link}|[\\s\u0000])*$"
                        : "^(?:以上|左右)?的?(?![吨千瓦米平公亩立])[^，。；、：！？“”（0-9]{0,8}?(?:%s)";
        return Lexicon.beside(ImpliedUnit.class, "implied.tsv").rows().stream()
                .filter(row -> row.get("where").equals(where))
                .map(
                        row ->
                                new Rule(
                                        Words.pattern(template.formatted(row.get("pattern"))),
                                        Unit.printedAs(row.get("unit")).orElseThrow()))
                .toList();
    }

    /**
     * The unit of a number with a scale.
     *
     * @param printed the number
     * @param before the words before it
     * @param after the words behind it
     */
    static Optional<Unit> of(String printed, String before, String after) {
        boolean digits = printed.chars().anyMatch(Character::isDigit);
        boolean ends = ENDS.matcher(after).find();
        for (Rule rule : BEFORE) {
            if (rule.pattern.matcher(before).find()) {
                boolean money = rule.unit.form() == Unit.Form.AMOUNT;
                return ends || (money && digits) ? Optional.of(rule.unit) : Optional.empty();
            }
        }
        return AFTER.stream()
                .filter(rule -> digits || rule.unit.form() == Unit.Form.COUNT)
                .filter(rule -> rule.pattern.matcher(after).find())
                .map(Rule::unit)
                .findFirst();
    }

    /** Percent, for a fraction of a whole that a decimal number states exactly: 1/4, 五分之一. */
    static Optional<Unit> ofFraction(String printed, Numeral numeral, String before, String after) {
        return FRACTION.matcher(printed).find()
                        && numeral.low().stripTrailingZeros().scale() <= LONGEST_DECIMALS
                        && SHARES.matcher(before).find()
                        && ENDS.matcher(after).find()
                ? Unit.printedAs("%")
                : Optional.empty();
    }
}

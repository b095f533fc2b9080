package districtkg.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import districtkg.lexicon.Lexicon;
import districtkg.lexicon.Lexicon.Row;
import districtkg.number.PrintedNumber;
import districtkg.number.Unit;
import districtkg.text.Span;
import districtkg.text.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Chinese cases of Recognizers-Text, an independent yardstick: at least 95 of 100 are read, and
 * {@code recognizers.tsv} gives the reason of each other one.
 */
class RecognizersTest {
    private static final NumeralReader READER = new NumeralReader(List.of());
    private static final BigDecimal SMALL = new BigDecimal("0.0000011");
    private static final int PER_CENT = 95;

    private static final List<Row> REASONS =
            Lexicon.beside(RecognizersTest.class, "recognizers.tsv").rows();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Number_Chinese_NumberModel, 300",
        "Number_Chinese_PercentModel, 150",
        "Number_Chinese_NumberRangeModel, 60",
        "NumberWithUnit_Chinese_CurrencyModel, 30",
        "NumberWithUnit_Chinese_DimensionModel, 30"
    })
    void readsTheCasesOfTheYardstick(String model, int least) throws IOException {
        String folder = System.getProperty("texts", "");
        Path file = Path.of(folder, "..", "yardsticks", "recognizers-text", model + ".json");
        assumeTrue(
                !folder.isEmpty() && Files.exists(file),
                "the cases of Recognizers-Text are not beside the folder of -Dtexts");
        JsonNode cases = new ObjectMapper().readTree(Files.readString(file).replace("\uFEFF", ""));
        List<String> missed = new ArrayList<>();
        Map<String, String> details = new TreeMap<>();
        for (JsonNode one : cases) {
            String input = one.get("Input").asText();
            List<String> wanted = wanted(model, one.get("Results"));
            List<String> read = read(model, Text.of(input));
            boolean inclusive = model.contains("Range") && input.matches(".*(?:以上|以下|之下).*");
            if (!agree(wanted, read, inclusive)) {
                missed.add(input);
                details.put(input, wanted + " but " + read);
            }
        }

        List<Row> reasons = REASONS.stream().filter(row -> row.get("model").equals(model)).toList();
        List<String> listed = reasons.stream().map(row -> row.get("input")).toList();
        List<String> aside =
                reasons.stream()
                        .filter(row -> !row.get("aside").isEmpty())
                        .map(row -> row.get("input"))
                        .toList();
        int asked = cases.size() - aside.size();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(least);
        assertThat(missed.stream().map(RecognizersTest::onOneLine).distinct())
                .as("%s", details)
                .containsExactlyInAnyOrderElementsOf(listed);
        assertThat(missed.size() - aside.size())
                .isLessThanOrEqualTo(asked * (100 - PER_CENT) / 100);
    }

    private static String onOneLine(String input) {
        return input.replaceAll("\\s+", " ").strip();
    }

    private static List<String> wanted(String model, JsonNode results) {
        List<String> wanted = new ArrayList<>();
        for (JsonNode result : results) {
            String value = result.path("Resolution").path("value").asText();
            if (model.contains("Range")) {
                wanted.add(value.replaceAll("\\s", ""));
            } else if (model.contains("Dimension")) {
                String unit = result.path("Resolution").path("unit").asText();
                wanted.add(plain(scaled(unit, new BigDecimal(value))));
            } else {
                wanted.add(
                        value.equals("null") || value.isEmpty()
                                ? "none"
                                : plain(new BigDecimal(value.replace("%", ""))));
            }
        }
        return wanted;
    }

    /** The cases name scaled units where we keep the base unit. */
    private static BigDecimal scaled(String unit, BigDecimal value) {
        return switch (unit) {
            case "Kilobit", "Kilobyte" -> value.movePointRight(3);
            case "Megabyte", "Megahertz" -> value.movePointRight(6);
            default -> value;
        };
    }

    private static List<String> read(String model, Text text) {
        if (model.contains("NumberModel")) {
            return NumeralReader.numbers(text).stream()
                    .filter(number -> number.form() != PrintedNumber.Form.SCALE)
                    .map(number -> counted(text, number))
                    .toList();
        }
        List<Numeral> all = READER.read(text, List.of()).all();
        if (model.contains("Range")) {
            return limits(text, all);
        }
        return all.stream()
                .filter(numeral -> isOf(model, numeral.unit()))
                .map(numeral -> plain(numeral.low().multiply(factor(model, numeral.unit()))))
                .toList();
    }

    /** A percentage is its numerator here: 55 of 百分之五十五. */
    private static String counted(Text text, PrintedNumber number) {
        Span span = number.span();
        return number.form() == PrintedNumber.Form.PER_CENT
                ? plain(
                        NumeralReader.numbers(Text.of(text.words(span.start(), span.end())))
                                .get(0)
                                .value()
                                .low())
                : plain(number.value().low());
    }

    private static BigDecimal factor(String model, String unit) {
        boolean scaled = model.contains("Percent") || unit.endsWith("字节") || unit.endsWith("赫兹");
        return scaled ? Unit.factor(unit) : BigDecimal.ONE;
    }

    private static boolean isOf(String model, String unit) {
        Optional<Unit> of = Unit.printedAs(unit);
        if (of.isEmpty()) {
            return false;
        }
        boolean percent =
                of.get().form() == Unit.Form.PERCENT || of.get().form() == Unit.Form.POINTS;
        boolean money = of.get().base().matches("元|.*元|日元|英镑|瑞士法郎|新?台币|奈拉|卢布|比特币|美分");
        return switch (model) {
            case "Number_Chinese_PercentModel" -> percent;
            case "NumberWithUnit_Chinese_CurrencyModel" -> money;
            default -> !percent && !money && of.get().form() == Unit.Form.AMOUNT;
        };
    }

    /** Neighbouring limits make one interval, (10,20) of 大于10小于20. */
    private static List<String> limits(Text text, List<Numeral> all) {
        List<String> limits = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            Numeral one = all.get(at);
            Numeral next = at + 1 < all.size() ? all.get(at + 1) : one;
            if (one.isRange()) {
                limits.add("[" + plain(one.low()) + "," + plain(one.high()) + ")");
            } else if (at + 1 < all.size() && isInterval(text, one, next)) {
                Numeral low = isLower(one) ? one : next;
                Numeral high = isLower(one) ? next : one;
                limits.add(lower(low) + "," + upper(high));
                at++;
            } else if (isLower(one)) {
                limits.add(lower(one) + ",)");
            } else if (isUpper(one)) {
                limits.add("(," + upper(one));
            } else if (isEqual(text, one)) {
                limits.add("[" + plain(one.low()) + "," + plain(one.low()) + "]");
            }
        }
        return limits;
    }

    private static boolean isInterval(Text text, Numeral one, Numeral next) {
        boolean opposite = (isLower(one) && isUpper(next)) || (isUpper(one) && isLower(next));
        Numeral low = isLower(one) ? one : next;
        Numeral high = isLower(one) ? next : one;
        String between =
                one.whole().end() <= next.whole().start()
                        ? text.words(
                                /* start= */ one.whole().end(), /* end= */ next.whole().start())
                        : "";
        return opposite
                && low.low().compareTo(high.low()) < 0
                && between.matches("[\\s，,]*(?:并且?|同时|的同时)?\\s*");
    }

    private static boolean isEqual(Text text, Numeral one) {
        int start = one.whole().start();
        return start >= 2 && text.words(start - 2, start).equals("等于");
    }

    private static boolean isLower(Numeral numeral) {
        return numeral.bound() == Bound.AT_LEAST || numeral.bound() == Bound.MORE_THAN;
    }

    private static boolean isUpper(Numeral numeral) {
        return numeral.bound() == Bound.AT_MOST || numeral.bound() == Bound.LESS_THAN;
    }

    private static String lower(Numeral numeral) {
        return (numeral.bound() == Bound.AT_LEAST ? "[" : "(") + plain(numeral.low());
    }

    private static String upper(Numeral numeral) {
        return plain(numeral.low()) + (numeral.bound() == Bound.AT_MOST ? "]" : ")");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /**
     * @param inclusive whether 以上 or 以下 stands in it: the law counts the number in, the cases do
     *     not
     */
    private static boolean agree(List<String> wanted, List<String> read, boolean inclusive) {
        if (wanted.size() != read.size()) {
            return false;
        }
        for (int at = 0; at < wanted.size(); at++) {
            String one = inclusive ? open(wanted.get(at)) : wanted.get(at);
            String other = inclusive ? open(read.get(at)) : read.get(at);
            if (!alike(one, other)) {
                return false;
            }
        }
        return true;
    }

    private static String open(String limits) {
        return limits.replace('[', '(').replace(']', ')');
    }

    /** Equal up to the sixth decimal or the twelfth digit. */
    private static boolean alike(String wanted, String read) {
        if (wanted.equals(read) || !wanted.matches("-?[0-9.]+") || !read.matches("-?[0-9.]+")) {
            return wanted.equals(read);
        }
        BigDecimal one = new BigDecimal(wanted);
        BigDecimal difference = one.subtract(new BigDecimal(read)).abs();
        return difference.compareTo(SMALL.max(one.abs().movePointLeft(12))) <= 0;
    }
}

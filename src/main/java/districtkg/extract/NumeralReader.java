package districtkg.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the amounts that a few words state, with their units and bounds. */
public final class NumeralReader {
    private static final Pattern ORDINAL_OR_DATE_BEFORE = Pattern.compile("(?:第|连续)$");
    private static final Pattern DATE_AFTER = Pattern.compile("^(?:年|月|日|届|次会议)");
    // 千万元以上项目, 5000平方米以上的市场: the words name a class of things, and another number counts them.
    private static final Pattern NAMES_A_CLASS =
            Pattern.compile("^(?:元|美元|平方米|平方公里|公里|吨|亩|人)?(?:以上|以下)的?(?=\\p{IsHan})");
    private static final Pattern RANGE = Pattern.compile("^(?:-|—|——|–|~|～|至|到)$");
    private static final String CLEARED = "清零";

    /** 百分之, 千分之 and 万分之 with what the number after them is multiplied by for per cent. */
    private static final Map<String, BigDecimal> PARTS =
            Map.of(
                    "百分之", BigDecimal.ONE,
                    "千分之", new BigDecimal("0.1"),
                    "万分之", new BigDecimal("0.01"));

    private static final String PERCENT = "%";
    private static final int DECIMALS_OF_A_FRACTION = 6;

    /** 数千, 几十 and 上万 are no exact numbers. */
    private static final Pattern SEVERAL = Pattern.compile("(?:数|几|好几|上)$");

    private static final Pattern SCALE_ALONE = Pattern.compile("[十百千万亿]+");

    /** 两三百 is two to three hundred, 三五 three to five. */
    private static final Pattern TWO_DIGITS =
            Pattern.compile("([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]*)");

    private static final Pattern SPACES = Pattern.compile("^[\\s\\u00a0\\u3000]+");
    private static final Pattern AND_MORE = Pattern.compile("^[余多来几]");

    private final List<String> units;

    /**
     * @param units the units and measure words that may follow a number, as printed
     */
    public NumeralReader(Collection<String> units) {
        this.units =
                units.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    /**
     * The amounts of a span, in order.
     *
     * @param names parts of the text whose numerals belong to names or idioms, and count nothing
     */
    public List<Numeral> read(Text text, Span span, Collection<Span> names) {
        String words = text.words(span.start(), span.end());
        List<Token> tokens =
                Token.in(words).stream()
                        .filter(token -> !token.span().shifted(span.start()).coveredBy(names))
                        .filter(token -> !token.words().equals("首"))
                        .toList();
        List<Numeral> numerals = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            Words around = new Words(Text.of(words), token);
            if (around.implied()) {
                numerals.add(zero(token.span().shifted(span.start())));
            } else if (at + 1 < tokens.size() && around.fractionOf(tokens.get(at + 1))) {
                numerals.add(around.fraction(tokens.get(++at), span.start()));
            } else if (at + 1 < tokens.size() && around.rangeWith(tokens.get(at + 1))) {
                Token last = tokens.get(++at);
                if (!around.dates(last)) {
                    numerals.add(around.numeral(last, span.start()));
                }
            } else if (around.counts(at + 1 < tokens.size())) {
                numerals.add(around.numeral(token, span.start()));
            }
        }
        return numerals;
    }

    private static Numeral zero(Span span) {
        return new Numeral(span, BigDecimal.ZERO, BigDecimal.ZERO, "", Bound.EXACTLY, true);
    }

    /** One token among the words of its span. */
    private final class Words {
        private final Text words;
        private final Token token;

        Words(Text words, Token token) {
            this.words = words;
            this.token = token;
        }

        boolean implied() {
            return token.words().equals("零") && (before(token) + "零").endsWith(CLEARED);
        }

        /**
         * @param another whether another number follows, which what this one names may be counted
         *     by
         */
        boolean counts(boolean another) {
            String after = after(token);
            String unit = unit(token);
            return !ORDINAL_OR_DATE_BEFORE.matcher(before(token)).find()
                    && !DATE_AFTER.matcher(after).find()
                    && !(another && NAMES_A_CLASS.matcher(afterUnit(token, unit)).find());
        }

        /** Whether the two are a fraction: 三分之二. */
        boolean fractionOf(Token next) {
            return words.words(/* start= */ token.span().end(), /* end= */ next.span().start())
                    .equals("分之");
        }

        /** The second divided by the first, to six decimals. */
        Numeral fraction(Token numerator, int shift) {
            BigDecimal value =
                    numerator
                            .number()
                            .divide(token.number(), DECIMALS_OF_A_FRACTION, RoundingMode.HALF_UP);
            Span both = new Span(token.span().start(), numerator.span().end()).shifted(shift);
            return new Numeral(both, value, value, "", bound(numerator, ""), false);
        }

        boolean rangeWith(Token next) {
            String between =
                    words.words(/* start= */ token.span().end(), /* end= */ next.span().start());
            String unit = unscaled(token, unit(token));
            String bare =
                    !unit.isEmpty() && between.startsWith(unit)
                            ? between.substring(unit.length())
                            : between;
            return RANGE.matcher(bare).matches();
        }

        /** Whether what ends here is a span of years, months or days. */
        boolean dates(Token last) {
            return DATE_AFTER.matcher(after(last)).find();
        }

        Numeral numeral(Token last, int shift) {
            Span span = new Span(token.span().start(), last.span().end()).shifted(shift);
            for (Map.Entry<String, BigDecimal> part : PARTS.entrySet()) {
                if (before(token).endsWith(part.getKey())) {
                    BigDecimal value = token.number().multiply(part.getValue());
                    return new Numeral(span, value, value, PERCENT, bound(last, ""), false);
                }
            }
            String unit = unit(last);
            Matcher two = TWO_DIGITS.matcher(last.words());
            if (token.equals(last) && two.matches() && follows(two.group(1), two.group(2))) {
                BigDecimal times = scaled(two.group(3), unit);
                return new Numeral(
                        span,
                        Digits.value(two.group(1)).multiply(times),
                        Digits.value(two.group(2)).multiply(times),
                        unit,
                        Bound.APPROXIMATELY,
                        false);
            }
            BigDecimal times = scaled(last.scale(), unit);
            return new Numeral(
                    span,
                    low(last, times),
                    last.number().multiply(times),
                    unit,
                    bound(last, unit),
                    false);
        }

        /** The lower end in the unit of the upper: 5000万 of 5000万—1亿元 is 0.5亿元. */
        private BigDecimal low(Token last, BigDecimal times) {
            boolean own =
                    !token.equals(last)
                            && (token.scale().isEmpty()
                                    ? token.number().compareTo(last.number()) > 0
                                    : !token.scale().equals(last.scale()));
            return own
                    ? token.number()
                            .multiply(times(token.scale()))
                            .multiply(times)
                            .divide(times(last.scale()))
                    : token.number().multiply(times);
        }

        private Bound bound(Token last, String unit) {
            Bound said = Bound.of(before(token), List.of(after(last), afterUnit(last, unit)));
            boolean vague =
                    token.andMore()
                            || (SEVERAL.matcher(before(token)).find()
                                    && SCALE_ALONE.matcher(token.words()).matches());
            return said == Bound.EXACTLY && vague ? Bound.MORE_THAN : said;
        }

        /**
         * What a number with this scale is multiplied by, where the unit has not taken the scale.
         */
        private static BigDecimal scaled(String scale, String unit) {
            return unit.startsWith(scale) ? BigDecimal.ONE : times(scale);
        }

        private static BigDecimal times(String scale) {
            return scale.isEmpty() ? BigDecimal.ONE : Digits.value(scale);
        }

        private static boolean follows(String one, String other) {
            int step = Digits.value(other).intValue() - Digits.value(one).intValue();
            return step == 1 || (one + other).equals("三五");
        }

        private String before(Token of) {
            return words.words(0, of.span().start());
        }

        private String after(Token of) {
            String rest = words.words(of.span().end(), words.length()).replace('％', '%');
            return SPACES.matcher(rest).replaceFirst("");
        }

        /** The longest known unit that follows the digits, or the digits and their scale. */
        private String unit(Token of) {
            String without = AND_MORE.matcher(after(of)).replaceFirst("");
            String withScale = of.scale() + without;
            return units.stream()
                    .filter(unit -> withScale.startsWith(unit) || without.startsWith(unit))
                    .findFirst()
                    .orElse("");
        }

        private static String unscaled(Token of, String unit) {
            return unit.startsWith(of.scale()) ? unit.substring(of.scale().length()) : unit;
        }

        private String afterUnit(Token of, String unit) {
            String rest = AND_MORE.matcher(after(of)).replaceFirst("");
            String tail = unscaled(of, unit);
            return rest.startsWith(tail) ? rest.substring(tail.length()) : rest;
        }
    }
}

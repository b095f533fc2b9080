package districtkg.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
            } else if (at + 1 < tokens.size() && around.rangeWith(tokens.get(at + 1))) {
                numerals.add(around.numeral(tokens.get(++at), span.start()));
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

        boolean rangeWith(Token next) {
            String between =
                    words.words(/* start= */ token.span().end(), /* end= */ next.span().start());
            String unit = unit(token);
            String bare =
                    !unit.isEmpty() && between.startsWith(unit)
                            ? between.substring(unit.length())
                            : between;
            return RANGE.matcher(bare).matches();
        }

        Numeral numeral(Token last, int shift) {
            String unit = unit(last);
            String scale = unit.startsWith(last.scale()) ? "" : last.scale();
            BigDecimal times = scale.isEmpty() ? BigDecimal.ONE : Digits.value(scale);
            List<String> after = List.of(after(last), afterUnit(last, unit));
            return new Numeral(
                    new Span(token.span().start(), last.span().end()).shifted(shift),
                    token.number().multiply(times),
                    last.number().multiply(times),
                    unit,
                    Bound.of(before(token), after),
                    false);
        }

        private String before(Token of) {
            return words.words(0, of.span().start());
        }

        private String after(Token of) {
            return words.words(of.span().end(), words.length());
        }

        /** The longest known unit that follows the digits, or the digits and their scale. */
        private String unit(Token of) {
            String withScale = of.scale() + after(of).replaceFirst("^[余多来几]", "");
            String without = after(of).replaceFirst("^[余多来几]", "");
            return units.stream()
                    .filter(unit -> withScale.startsWith(unit) || without.startsWith(unit))
                    .findFirst()
                    .orElse("");
        }

        private String afterUnit(Token of, String unit) {
            String rest = after(of).replaceFirst("^[余多来几]", "");
            String tail = unit.startsWith(of.scale()) ? unit.substring(of.scale().length()) : unit;
            return rest.startsWith(tail) ? rest.substring(tail.length()) : rest;
        }
    }
}

package districtkg.figure;

import districtkg.amount.Amounts;
import districtkg.commitment.Strength;
import districtkg.figure.Figure.Doubt;
import districtkg.figure.Figure.Kind;
import districtkg.figure.scope.Period;
import districtkg.figure.scope.Periods;
import districtkg.number.Unit.Form;
import districtkg.outline.Outline;
import districtkg.outline.Part;
import districtkg.outline.Role;
import districtkg.outline.Sentence;
import districtkg.quantity.Quantity;
import districtkg.quantity.QuantityFinder;
import districtkg.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the figures of a report, sentence by sentence. Not thread-safe. */
public final class FigureReader {
    private static final Pattern MARK = Pattern.compile("[\\[〔【［]\\s?\\d{1,3}\\s?[\\]〕】］]|[①-⑳]");
    private static final Pattern STRIVEN = Pattern.compile("力争|争取|力求|努力");
    private static final Pattern ENSURED = Pattern.compile("确保|必须|务必");
    private static final Pattern EXPECTED = Pattern.compile("预计|预测|有望|预期可");

    private final Outline outline;
    private final String text;
    private final Amounts amounts;
    private final List<Figure> figures = new ArrayList<>();
    private Context context = new Context();
    private int paragraph = -1;

    private FigureReader(Outline outline) {
        this.outline = outline;
        this.text = blanked(outline.plain());
        this.amounts = QuantityFinder.amounts(text);
    }

    /** The figures of the speech, in the order of the text. */
    public static List<Figure> read(Outline outline) {
        FigureReader reader = new FigureReader(outline);
        for (Sentence sentence : outline.sentences()) {
            Role role = sentence.part().role();
            boolean headless = role == Role.OPENING && outline.parts().size() == 1;
            if ((role.isSpeech() && role != Role.OPENING) || headless) {
                reader.readSentence(sentence);
            }
        }
        return List.copyOf(reader.figures);
    }

    /** Replaces footnote marks by the same number of blanks. */
    private static String blanked(String plain) {
        Matcher mark = MARK.matcher(plain);
        StringBuilder blanked = new StringBuilder(plain);
        while (mark.find()) {
            for (int at = mark.start(); at < mark.end(); at++) {
                blanked.setCharAt(at, '\u0000');
            }
        }
        return blanked.toString();
    }

    private void readSentence(Sentence sentence) {
        if (sentence.paragraph() != paragraph) {
            paragraph = sentence.paragraph();
            context = new Context();
        }
        List<Quantity> quantities = QuantityFinder.in(text, amounts, sentence.span());
        context.beginSentence();
        for (Span clause : sentence.clauses()) {
            List<Quantity> inside =
                    quantities.stream().filter(one -> clause.covers(one.number())).toList();
            if (inside.isEmpty()) {
                String words = text.substring(clause.start(), clause.end());
                Phrase.changing(words).ifPresent(thing -> context.remember(thing, ""));
                context.mention(words);
                Phrase.listed(words).forEach(context::mentionInList);
            } else {
                readClause(sentence, clause, inside);
            }
        }
    }

    private void readClause(Sentence sentence, Span clause, List<Quantity> quantities) {
        ClauseIndicators indicators = new ClauseIndicators(text, clause, quantities, context);
        for (int at = 0; at < quantities.size(); at++) {
            Quantity quantity = quantities.get(at);
            List<Doubt> doubts = new ArrayList<>();
            String indicator = indicators.of(at, doubts);
            int start = at == 0 ? clause.start() : quantity.span().start();
            if (quantity.span().end() - start > 100) {
                start = quantity.span().start();
            }
            Span span = new Span(start, quantity.span().end());
            Part part = sentence.part();
            String before = text.substring(sentence.span().start(), quantity.span().start());
            int year = Periods.year(text, sentence, clause, quantity, outline.year());
            Period period = period(sentence, clause, quantity, year, indicator);
            if (part.isMultiYear()
                    && period.kind() == Period.Kind.YEAR
                    && year == part.lastYear()) {
                doubts.add(Doubt.MANY_YEARS);
            }
            figures.add(
                    new Figure(
                            quantity,
                            span,
                            indicator,
                            year,
                            period,
                            kind(part, quantity, before, year),
                            strength(text.substring(clause.start(), quantity.span().start())),
                            part,
                            doubts));
        }
    }

    private Period period(
            Sentence sentence, Span clause, Quantity quantity, int year, String indicator) {
        Span first = sentence.clauses().get(0);
        Part part = sentence.part();
        Period period =
                Period.of(
                        text.substring(clause.start(), quantity.span().start()),
                        first.equals(clause) ? "" : text.substring(first.start(), first.end()),
                        part,
                        year);
        boolean ofAllYears =
                period.kind() == Period.Kind.YEAR
                        && part.isMultiYear()
                        && year == part.lastYear()
                        && quantity.form() != Form.RANK
                        && quantity.form() != Form.STREAK
                        && Phrase.isFlow(indicator)
                        && Periods.printed(
                                        text.substring(clause.start(), quantity.number().start()),
                                        outline.year())
                                == 0;
        return ofAllYears
                ? new Period(Period.Kind.SUM, part.firstYear(), part.lastYear(), 12)
                : period;
    }

    private Kind kind(Part part, Quantity quantity, String before, int year) {
        if (part.role().isPlan()) {
            return quantity.base() && year < outline.year() ? Kind.OUTCOME : Kind.TARGET;
        }
        if (quantity.form() == Form.RANK) {
            return Kind.RANKING;
        }
        return EXPECTED.matcher(before).find() ? Kind.EXPECTATION : Kind.OUTCOME;
    }

    private static Strength strength(String before) {
        if (ENSURED.matcher(before).find()) {
            return Strength.ENSURED;
        }
        return STRIVEN.matcher(before).find() ? Strength.STRIVEN_FOR : Strength.INTENDED;
    }

    /** What later clauses of a sentence take over from earlier ones. */
    static final class Context {
        /** What the last figure measures, without growth or share. */
        private String noun = "";

        private String verb = "";

        /** The clauses without a figure; the last one that names something is the topic. */
        private final List<String> mentioned = new ArrayList<>();

        private boolean fresh;
        private boolean share;
        private String percent = "";
        private final List<String> recent = new ArrayList<>();

        void beginSentence() {
            recent.clear();
            verb = "";
            mentioned.clear();
            percent = "";
            fresh = false;
        }

        /** Records the part of a share, whose share later figures may change. */
        void rememberShare(String part) {
            remember(part, "");
            share = true;
        }

        /** Whether the last figure is a share of what it measures. */
        boolean isShare() {
            return share;
        }

        /**
         * Records a level in percent, whose change in points may follow; empty for other figures.
         */
        void rememberPercent(String name) {
            percent = name;
        }

        /** What changes by points: the last level in percent, otherwise the last noun. */
        String percent() {
            return share || percent.isEmpty() ? noun : percent;
        }

        void remember(String base, String doing) {
            share = false;
            noun = base;
            verb = doing;
            fresh = true;
            recent.add(base);
        }

        /** Records a clause without a figure. */
        void mention(String clause) {
            mentioned.add(clause);
        }

        /** Resets the verb: a total counts everything, not only what was added. */
        void endVerb() {
            verb = "";
        }

        /** The topic of the last clause without a figure; empty if there is none. */
        private String topic() {
            for (String clause : mentioned.reversed()) {
                String thing = Phrase.object(clause);
                if (!thing.isEmpty()) {
                    return thing;
                }
            }
            return "";
        }

        /** Records a member of a list that has no figure: 能耗、水耗分别为全国平均的三分之一. */
        void mentionInList(String thing) {
            remember(thing, "");
        }

        String noun() {
            return noun;
        }

        /** The noun of the last figure of this sentence; otherwise the topic of the sentence. */
        String nounOfSentence() {
            return fresh ? noun : topic();
        }

        String verb() {
            return verb;
        }

        /** The nouns of the last figures of the sentence, if there are that many. */
        Optional<List<String>> last(int count) {
            return recent.size() >= count
                    ? Optional.of(List.copyOf(recent.subList(recent.size() - count, recent.size())))
                    : Optional.empty();
        }
    }
}

package districtkg.web.message;

import districtkg.chart.Series;
import districtkg.graph.Ref;
import districtkg.home.DeliveryStory;
import districtkg.statement.Lateness;
import districtkg.statement.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Writes dates, delays and deliveries of statements as text. Pure functions; thread-safe. */
public final class StatementText {
    private StatementText() {}

    /** When a statement happened or is due; otherwise when it was reported. */
    public static String when(Statement statement, Messages words) {
        if (!statement.due().isEmpty()) {
            return words.say("statement.due", words.date(statement.due()));
        }
        if (!statement.since().isEmpty()) {
            return words.say("statement.since", words.date(statement.since()));
        }
        return statement.date().isEmpty() && !statement.published().isEmpty()
                ? words.say("statement.told", words.date(statement.published()))
                : words.date(statement.date());
    }

    /** A delay: {@code between 16 and 27 months late}; empty if there is none. */
    public static String late(Lateness lateness, Messages words) {
        if (!lateness.told()) {
            return "";
        }
        int least = lateness.least().orElse(0);
        int most = lateness.most().orElse(Integer.MAX_VALUE);
        if (most == Integer.MAX_VALUE) {
            return least == 1 ? words.say("late.least.one") : words.say("late.least", least);
        }
        if (least == most) {
            return most == 1 ? words.say("late.one") : words.say("late", most);
        }
        if (least == 0) {
            return most == 1 ? words.say("late.most.one") : words.say("late.most", most);
        }
        return words.say("late.between", least, most);
    }

    /** How a thing was promised and came late, in one sentence. */
    public static String story(DeliveryStory story, Messages words) {
        return words.say(
                story.again() == 0
                        ? "story.once"
                        : story.again() == 1 ? "story.twice" : "story.often",
                story.thing().name(),
                words.date(story.first()),
                story.again(),
                story.stage().name(),
                words.date(story.reached()));
    }

    /** The name of a series: its subject, and its industries if it has any. */
    public static String name(Series series, Messages words) {
        return series.industries().isEmpty()
                ? series.about().name()
                : series.about().name() + " · " + names(series.industries(), words);
    }

    /** The names of things, separated as a list. */
    public static String names(List<Ref> things, Messages words) {
        return things.stream().map(Ref::name).collect(Collectors.joining(words.say("and")));
    }

    /** A point of a chart: {@code Yanhe 2023, target: about 7%}. */
    public static String point(Series series, Statement statement, Messages words) {
        return words.say(
                statement.promises() ? "chart.point.target" : "chart.point",
                name(series, words),
                statement.year(),
                FigureText.text(statement.figure(), words));
    }
}

package districtkg.web.message;

import districtkg.graph.Ref;
import districtkg.statement.StatedFigure;
import java.util.List;

/** Formats figures for readers. */
public final class FigureText {
    private FigureText() {}

    /** A figure with bound and unit: {@code at least 12,000}, {@code 1.2 万人以上}. */
    public static String text(StatedFigure figure, Messages words) {
        String number =
                figure.value()
                        .map(words::number)
                        .orElseGet(
                                () ->
                                        figure.min().isPresent() && figure.max().isPresent()
                                                ? words.number(figure.min().orElseThrow())
                                                        + "–"
                                                        + words.number(figure.max().orElseThrow())
                                                : figure.printed());
        String unit =
                figure.value().isPresent() || figure.min().isPresent() ? unit(figure, words) : "";
        String bound = figure.bound().map(Ref::key).orElse("exactly");
        return words.say("bound." + bound, number + unit);
    }

    private static String unit(StatedFigure figure, Messages words) {
        return figure.unit()
                .map(
                        unit ->
                                switch (unit.key()) {
                                    case "NUM", "UNITLESS" -> "";
                                    case "PERCENT" -> "%";
                                    default -> words.say("unit", brief(unit, words));
                                })
                .orElse("");
    }

    /** Whether values of this unit are percentages. */
    public static boolean percent(List<Ref> unit) {
        return unit.stream().anyMatch(one -> one.key().equals("PERCENT"));
    }

    /** The name of a unit where it stands alone; empty for percentages and plain numbers. */
    public static String beside(Ref unit, Messages words) {
        return switch (unit.key()) {
            case "NUM", "UNITLESS", "PERCENT" -> "";
            default -> brief(unit, words);
        };
    }

    private static String brief(Ref unit, Messages words) {
        String key = "unit." + unit.key();
        return words.has(key) ? words.say(key) : unit.name();
    }
}

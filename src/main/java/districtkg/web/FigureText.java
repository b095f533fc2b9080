package districtkg.web;

import districtkg.graph.Ref;
import districtkg.statement.StatedFigure;

/** Formats figures for readers. */
final class FigureText {
    private FigureText() {}

    static String text(StatedFigure figure, Messages words) {
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

    private static String brief(Ref unit, Messages words) {
        String key = "unit." + unit.key();
        return words.has(key) ? words.say(key) : unit.name();
    }
}

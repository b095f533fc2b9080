package districtkg.web;

import districtkg.statement.Figure;
import districtkg.store.Ref;

/** Figures in words. */
final class Figures {
    private static final String UNIT = "http://qudt.org/vocab/unit/";

    private Figures() {}

    static String text(Figure figure, Words words) {
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
        String bound =
                figure.bound()
                        .map(Ref::iri)
                        .map(iri -> iri.substring(iri.indexOf('#') + 1))
                        .orElse("exactly");
        return words.say("bound." + bound, number + unit);
    }

    private static String unit(Figure figure, Words words) {
        return figure.unit()
                .map(
                        unit ->
                                switch (unit.iri()) {
                                    case UNIT + "NUM", UNIT + "UNITLESS" -> "";
                                    case UNIT + "PERCENT" -> "%";
                                    default ->
                                            words.say(
                                                    "unit",
                                                    words.has(unit.iri().replace(UNIT, "unit."))
                                                            ? words.say(
                                                                    unit.iri()
                                                                            .replace(UNIT, "unit."))
                                                            : unit.name());
                                })
                .orElse("");
    }
}

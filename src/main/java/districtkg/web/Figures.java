package districtkg.web;

import districtkg.statement.Figure;
import districtkg.store.Ref;

/** Figures in words. */
final class Figures {
    private static final String COUNT = "http://qudt.org/vocab/unit/NUM";
    private static final String UNITLESS = "http://qudt.org/vocab/unit/UNITLESS";
    private static final String PERCENT = "http://qudt.org/vocab/unit/PERCENT";

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
                                    case COUNT, UNITLESS -> "";
                                    case PERCENT -> "%";
                                    default -> words.say("unit", unit.name());
                                })
                .orElse("");
    }
}

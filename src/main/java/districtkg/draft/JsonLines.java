package districtkg.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import districtkg.commitment.Commitment;
import districtkg.draft.ReportDraft.Found;
import districtkg.figure.Figure;
import districtkg.names.Name;
import districtkg.quantity.Quantity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes figures as lines of JSON, one object for each. */
final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    static String of(ReportDraft draft) {
        StringBuilder lines = new StringBuilder();
        draft.figures().forEach(figure -> lines.append(line(figure)).append('\n'));
        List<Optional<SameNames.Same>> same = draft.sameNames();
        for (int at = 0; at < draft.names().size(); at++) {
            Optional<SameNames.Same> earlier = same.get(at);
            lines.append(
                            line(
                                    draft.names().get(at),
                                    (json, found) -> name(json, found, earlier, draft.names())))
                    .append('\n');
        }
        draft.commitments()
                .forEach(one -> lines.append(line(one, JsonLines::commitment)).append('\n'));
        return lines.toString();
    }

    /** Writes the fields of one thing. */
    private interface Fields<T> {
        void write(JsonGenerator json, T thing) throws IOException;
    }

    private static <T> String line(Found<T> found, Fields<Found<T>> fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            fields.write(json, found);
            json.writeNumberField("year", found.part().lastYear());
            json.writeNumberField("char_start", found.span().start());
            json.writeNumberField("char_end", found.span().end());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private static void name(
            JsonGenerator json,
            Found<Name> found,
            Optional<SameNames.Same> same,
            List<Found<Name>> names)
            throws IOException {
        json.writeStringField("kind", found.thing().kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("name_zh", found.thing().text());
        if (found.thing().status().isPresent()) {
            json.writeStringField("status", found.thing().status().get().word());
        }
        json.writeNumberField("sureness", found.thing().sureness());
        if (same.isPresent()) {
            json.writeStringField("same_as", names.get(same.get().at()).thing().text());
            json.writeStringField("same_reason", same.get().reason().word());
        }
    }

    private static void commitment(JsonGenerator json, Found<Commitment> found) throws IOException {
        json.writeStringField("kind", "commitment");
        json.writeStringField("text_zh", found.thing().text());
        json.writeStringField("strength", found.thing().strength().word());
        json.writeNumberField("sureness", found.thing().sureness());
    }

    private static String line(Figure figure) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            Quantity quantity = figure.quantity();
            json.writeStartObject();
            json.writeStringField("kind", kind(figure));
            json.writeStringField("indicator_zh", figure.indicator());
            number(json, "value", quantity.low());
            if (quantity.isRange()) {
                number(json, "max", quantity.high());
            }
            json.writeStringField("unit", quantity.unit());
            json.writeStringField("qualifier", qualifier(quantity));
            json.writeNumberField("year", figure.year());
            json.writeStringField("period_kind", figure.period().word());
            json.writeStringField("period", figure.period().interval());
            if (figure.subject().isPresent()) {
                json.writeStringField("subject_kind", figure.subject().get().word());
                json.writeStringField("subject", figure.subject().get().name());
            }
            json.writeNumberField("char_start", figure.span().start());
            json.writeNumberField("char_end", figure.span().end());
            json.writeBooleanField("sure", figure.sure());
            json.writeArrayFieldStart("doubts");
            for (Figure.Doubt doubt : figure.doubts()) {
                json.writeString(doubt.name().toLowerCase(Locale.ROOT));
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private static void number(JsonGenerator json, String name, BigDecimal value)
            throws IOException {
        json.writeFieldName(name);
        BigDecimal plain = value.stripTrailingZeros();
        json.writeNumber(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static String kind(Figure figure) {
        return figure.kind() == Figure.Kind.EXPECTATION
                ? "outcome"
                : figure.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String qualifier(Quantity quantity) {
        if (quantity.isRange()) {
            return "between";
        }
        return switch (quantity.bound()) {
            case EXACTLY -> "exact";
            case AT_LEAST, MORE_THAN -> "atLeast";
            case AT_MOST, LESS_THAN -> "atMost";
            case APPROXIMATELY -> "about";
        };
    }
}

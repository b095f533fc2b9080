package districtkg.builder;

import districtkg.graph.Ref;
import districtkg.vocab.Language;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A SPARQL query for the figures of places as wholes: the targets and outcomes that the comparison
 * of places shows.
 *
 * @param places the places
 * @param indicator what is measured
 * @param from the first year; empty for all
 * @param to the last year; empty for all
 * @param language of the names in the answer
 */
public record FigureQuery(
        List<Ref> places, Ref indicator, String from, String to, Language language) {

    /** The text of the query, with prefixes that the endpoint knows. */
    public String text() {
        String name = language == Language.ZH ? ":nameZh" : ":nameEn";
        return """
                SELECT ?place ?kind ?year ?value ?minimum ?maximum ?document
                WHERE {
                  VALUES ?where { %s }
                  ?statement a :Statement ;
                    :about ?where ;
                    :indicator %s ;
                    :year ?year ;
                    :document/%s ?document .
                  ?where %s ?place .
                  OPTIONAL { ?statement :value ?value }
                  OPTIONAL { ?statement :minValue ?minimum }
                  OPTIONAL { ?statement :maxValue ?maximum }
                  FILTER(BOUND(?value) || BOUND(?minimum) || BOUND(?maximum))
                  FILTER NOT EXISTS { ?statement :industry|:event|:program|:periodKind ?narrower }
                  OPTIONAL { ?statement :verdict ?verdict }
                  BIND(IF(BOUND(?verdict), "%s", "%s") AS ?kind)%s
                }
                ORDER BY ?place ?kind ?year"""
                .formatted(
                        places.stream()
                                .map(one -> term("id", one))
                                .collect(Collectors.joining(" ")),
                        term("v", indicator),
                        name,
                        name,
                        language == Language.ZH ? "目标" : "target",
                        language == Language.ZH ? "成果" : "outcome",
                        years());
    }

    private String years() {
        String first = from.isEmpty() ? "" : "?year >= " + from;
        String last = to.isEmpty() ? "" : "?year <= " + to;
        String both = first + (first.isEmpty() || last.isEmpty() ? "" : " && ") + last;
        return both.isEmpty() ? "" : "\n  FILTER(" + both + ")";
    }

    private static String term(String prefix, Ref thing) {
        return thing.key().matches("[A-Za-z0-9_-]+")
                ? prefix + ":" + thing.key()
                : "<" + thing.iri() + ">";
    }
}

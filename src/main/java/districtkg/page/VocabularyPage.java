package districtkg.page;

import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.ontology.Term;
import districtkg.ontology.Terms;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.View;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;

/**
 * {@code /api/vocabulary}: what the editor completes: classes, properties with their domains, the
 * members of lists and the things, each with both names, and of how many statements a thing is the
 * subject.
 */
final class VocabularyPage implements PageHandler {
    private static final List<String> LISTED =
            List.of("Entity", "Indicator", "Industry", "Topic", "Kind");

    private final String body;

    VocabularyPage(GraphReader things, PrefixMapping known) {
        Terms terms = new Terms(things, known);
        JsonObject vocabulary = new JsonObject();
        vocabulary.put("classes", terms(terms.classes()));
        vocabulary.put("properties", terms(terms.properties()));
        vocabulary.put("words", terms(terms.words()));
        JsonArray listed = new JsonArray();
        for (String kind : LISTED) {
            things.all(kind).forEach(thing -> listed.add(thing(things, known, thing, kind)));
        }
        vocabulary.put("things", listed);
        JsonObject prefixes = new JsonObject();
        known.getNsPrefixMap().forEach(prefixes::put);
        vocabulary.put("prefixes", prefixes);
        this.body = JSON.toStringFlat(vocabulary);
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        return HttpAnswer.text("application/json", body);
    }

    private static JsonArray terms(List<Term> terms) {
        JsonArray list = new JsonArray();
        for (Term term : terms) {
            JsonObject one = new JsonObject();
            one.put("name", term.name());
            for (Language language : Language.values()) {
                one.put(language.tag(), term.labels().getOrDefault(language, ""));
            }
            one.put("of", array(term.broader()));
            one.put("gives", array(term.range()));
            list.add(one);
        }
        return list;
    }

    private static JsonObject thing(
            GraphReader things, PrefixMapping known, Node thing, String kind) {
        JsonObject one = new JsonObject();
        one.put("name", known.shortForm(thing.getURI()));
        for (Language language : Language.values()) {
            one.put(language.tag(), things.name(thing, language));
        }
        one.put("of", ":" + kind);
        long told = things.subjects(Dkg.ABOUT, thing).count();
        if (told > 0) {
            one.put("told", told);
        }
        return one;
    }

    private static JsonArray array(List<String> names) {
        JsonArray array = new JsonArray();
        names.forEach(array::add);
        return array;
    }
}

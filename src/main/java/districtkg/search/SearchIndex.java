package districtkg.search;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.search.SearchHit.Group;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Finds things by name. Chinese is indexed by character, so that any part of a name is found;
 * pinyin and English by word prefix, without tones and accents. Thread-safe.
 */
public final class SearchIndex {
    private static final String NAMES = "names";
    private static final String IRI = "iri";
    private static final String WEIGHT = "weight";
    private static final int LONGEST_QUERY = 200;

    /** The classes of each group; the first that fits decides. */
    private static final List<Map.Entry<Group, List<String>>> GROUPS =
            List.of(
                    Map.entry(Group.STATEMENT, List.of("Statement", "DoubtedStatement")),
                    Map.entry(Group.PLACE, List.of("AdministrativeArea")),
                    Map.entry(
                            Group.PROJECT,
                            List.of("Project", "Place", "Program", "Event", "Product")),
                    Map.entry(Group.MEASURE, List.of("Indicator", "Industry", "Topic")),
                    Map.entry(Group.BODY, List.of("Organization")),
                    Map.entry(Group.DOCUMENT, List.of("Document")));

    /** Classes whose members are indexed. */
    private static final List<String> FOUND =
            List.of("Entity", "Indicator", "Industry", "Topic", "Statement", "DoubtedStatement");

    private final GraphReader things;
    private final Analyzer analyzer = new Names();
    private @Nullable IndexSearcher searcher;

    /** An index of all things; names are read on the first search. */
    public SearchIndex(GraphReader things) {
        this.things = things;
    }

    /**
     * The things whose names contain all words, best first; if there are none, those with similar
     * names.
     *
     * @param words in any language; may be prefixes
     */
    public List<SearchHit> find(String words, Language language, int most) {
        List<String> tokens = tokens(shortened(words));
        if (tokens.isEmpty()) {
            return List.of();
        }
        List<SearchHit> exact = search(all(tokens), language, most);
        return exact.isEmpty() ? search(near(tokens), language, most) : exact;
    }

    /** Things with names similar to a word, such as the last part of a wrong address. */
    public List<SearchHit> nearest(String word, Language language, int most) {
        List<String> tokens = tokens(shortened(word).replace('-', ' ').replace('_', ' '));
        return tokens.isEmpty() ? List.of() : search(near(tokens), language, most);
    }

    private static String shortened(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST_QUERY));
    }

    private synchronized IndexSearcher searcher() throws IOException {
        if (searcher == null) {
            searcher = new IndexSearcher(DirectoryReader.open(names()));
        }
        return searcher;
    }

    private ByteBuffersDirectory names() throws IOException {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(analyzer))) {
            for (String found : FOUND) {
                for (Node thing : things.all(Dkg.term(found)).toList()) {
                    writer.addDocument(entry(thing, weight(thing)));
                }
            }
        }
        return memory;
    }

    private List<SearchHit> search(Query query, Language language, int most) {
        try {
            Query weighed =
                    FunctionScoreQuery.boostByValue(
                            query, DoubleValuesSource.fromFloatField(WEIGHT));
            IndexSearcher names = searcher();
            List<SearchHit> hits = new ArrayList<>();
            for (ScoreDoc found : names.search(weighed, most).scoreDocs) {
                Node thing = Dkg.iri(names.storedFields().document(found.doc).get(IRI));
                hits.add(hit(thing, language));
            }
            return hits;
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private SearchHit hit(Node thing, Language language) {
        Language other = language == Language.ZH ? Language.EN : Language.ZH;
        return new SearchHit(
                things.ref(thing, language),
                group(thing),
                kind(thing, language),
                things.name(thing, other),
                things.refs(thing, Dkg.term("verdict"), language).stream().findFirst());
    }

    private Group group(Node thing) {
        return GROUPS.stream()
                .filter(
                        one ->
                                one.getValue().stream()
                                        .anyMatch(kind -> things.is(thing, Dkg.term(kind))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Group.OTHER);
    }

    /** Places that documents are about weigh most, then projects; statements least. */
    private float weight(Node thing) {
        return switch (group(thing)) {
            case PLACE -> told(thing) ? 8 : 2;
            case PROJECT, MEASURE -> 3;
            case BODY -> 2;
            case OTHER, DOCUMENT -> 1;
            case STATEMENT -> 0.3f;
        };
    }

    private boolean told(Node place) {
        return things.subjects(Dkg.term("place"), place)
                .anyMatch(one -> things.is(one, Dkg.DOCUMENT));
    }

    private String kind(Node thing, Language language) {
        return things.value(thing, Dkg.term("kind"))
                .or(() -> things.value(thing, Dkg.term("mainType")))
                .or(
                        () ->
                                FOUND.stream()
                                        .map(Dkg::term)
                                        .filter(known -> things.is(thing, known))
                                        .findFirst())
                .map(kind -> things.name(kind, language))
                .orElse("");
    }

    private Document entry(Node thing, float weight) {
        Document entry = new Document();
        entry.add(new StoredField(IRI, thing.getURI()));
        entry.add(new FloatDocValuesField(WEIGHT, weight));
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            things.values(thing, property)
                    .map(GraphReader::text)
                    .forEach(
                            name -> {
                                entry.add(new TextField(NAMES, name, Field.Store.NO));
                                entry.add(new TextField(NAMES, joined(name), Field.Store.NO));
                            });
        }
        entry.add(new TextField(NAMES, Ref.end(thing.getURI()).replace('-', ' '), Field.Store.NO));
        return entry;
    }

    /** Pinyin may be typed with or without spaces. */
    private static String joined(String name) {
        return name.codePoints().allMatch(point -> point < 0x2E80) ? name.replace(" ", "") : "";
    }

    private static Query all(List<String> tokens) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        PhraseQuery.Builder characters = new PhraseQuery.Builder();
        int run = 0;
        for (String token : tokens) {
            if (chinese(token)) {
                characters.add(new Term(NAMES, token));
                run++;
            } else {
                BooleanQuery.Builder word = new BooleanQuery.Builder();
                word.add(new BoostQuery(new TermQuery(new Term(NAMES, token)), 2), Occur.SHOULD);
                word.add(new PrefixQuery(new Term(NAMES, token)), Occur.SHOULD);
                all.add(word.build(), Occur.MUST);
            }
        }
        if (run > 0) {
            all.add(characters.build(), Occur.MUST);
        }
        return all.build();
    }

    private static Query near(List<String> tokens) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String token : tokens) {
            any.add(
                    chinese(token) || token.length() < 4
                            ? new TermQuery(new Term(NAMES, token))
                            : new FuzzyQuery(new Term(NAMES, token), 2, 1),
                    Occur.SHOULD);
        }
        any.setMinimumNumberShouldMatch(Math.max(1, (tokens.size() + 1) / 2));
        return any.build();
    }

    private static boolean chinese(String token) {
        return Character.isIdeographic(token.codePointAt(0));
    }

    private List<String> tokens(String words) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream =
                analyzer.tokenStream(NAMES, new StringReader(words.toLowerCase(Locale.ROOT)))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return tokens;
    }

    private static final class Names extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(
                    words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    }
}

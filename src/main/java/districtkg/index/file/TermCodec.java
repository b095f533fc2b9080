package districtkg.index.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * Writes and reads terms: for each the end of its characters and its kind, then all characters. The
 * kind of a literal with a language or a datatype is its position in a list of these.
 */
public final class TermCodec {
    private static final int IRI = 0;
    private static final int BLANK = 1;
    private static final int STRING = 2;

    /** The kinds from here on are positions in the list of tags and datatypes. */
    private static final int TAGGED = 3;

    /** Bytes of all characters: what an array can hold. */
    private static final int MOST_CHARACTERS = Integer.MAX_VALUE - 64;

    private TermCodec() {}

    /**
     * Writes terms.
     *
     * @throws IOException if a term is neither an IRI, a blank node nor a literal, or all of them
     *     have more than 2 GB of characters
     */
    public static void write(List<Node> terms, SnapshotOutput out) throws IOException {
        Map<String, Integer> tags = new LinkedHashMap<>();
        int[] kinds = new int[terms.size()];
        int[] ends = new int[terms.size()];
        ByteArrayOutputStream characters = new ByteArrayOutputStream();
        for (int at = 0; at < kinds.length; at++) {
            Node term = terms.get(at);
            kinds[at] = kind(term, tags);
            byte[] words = characters(term).getBytes(StandardCharsets.UTF_8);
            if ((long) characters.size() + words.length > MOST_CHARACTERS) {
                throw new IOException(
                        "a snapshot cannot hold more than 2 GB of characters of terms");
            }
            characters.writeBytes(words);
            ends[at] = characters.size();
        }
        out.number(tags.size());
        for (String tag : tags.keySet()) {
            out.words(tag);
        }
        out.numbers(kinds);
        out.numbers(ends);
        out.bytes(characters.toByteArray(), characters.size());
    }

    private static int kind(Node term, Map<String, Integer> tags) throws IOException {
        if (term.isURI()) {
            return IRI;
        }
        if (term.isBlank()) {
            return BLANK;
        }
        if (!term.isLiteral()) {
            throw new IOException("a snapshot cannot hold the term " + term);
        }
        if (NodeUtils.isSimpleString(term)) {
            return STRING;
        }
        return TAGGED + tags.computeIfAbsent(tag(term), unseen -> tags.size());
    }

    private static String tag(Node literal) throws IOException {
        if (literal.getLiteralBaseDirection() != null) {
            throw new IOException("a snapshot cannot hold the direction of " + literal);
        }
        return NodeUtils.isLangString(literal)
                ? "@" + literal.getLiteralLanguage()
                : literal.getLiteralDatatypeURI();
    }

    private static String characters(Node term) {
        if (term.isURI()) {
            return term.getURI();
        }
        return term.isBlank() ? term.getBlankNodeLabel() : term.getLiteralLexicalForm();
    }

    /** Reads terms as they were written. */
    public static List<Node> read(SnapshotInput in) throws IOException {
        List<String> tags = new ArrayList<>();
        for (int count = in.number(); tags.size() < count; ) {
            tags.add(in.words());
        }
        List<Function<String, Node>> literals = tags.stream().map(TermCodec::literals).toList();
        int[] kinds = in.ints();
        int[] ends = in.ints();
        byte[] characters = in.bytes(ends.length == 0 ? 0 : ends[ends.length - 1]);
        Node[] terms = new Node[kinds.length];
        IntStream.range(0, terms.length)
                .parallel()
                .forEach(
                        at -> {
                            int from = at == 0 ? 0 : ends[at - 1];
                            String words =
                                    new String(
                                            characters,
                                            from,
                                            ends[at] - from,
                                            StandardCharsets.UTF_8);
                            terms[at] = term(kinds[at], words, literals);
                        });
        return Arrays.asList(terms);
    }

    private static Function<String, Node> literals(String tag) {
        if (tag.startsWith("@")) {
            String language = tag.substring(1);
            return words -> NodeFactory.createLiteralLang(words, language);
        }
        RDFDatatype datatype = TypeMapper.getInstance().getSafeTypeByName(tag);
        return words -> NodeFactory.createLiteralDT(words, datatype);
    }

    private static Node term(int kind, String words, List<Function<String, Node>> literals) {
        return switch (kind) {
            case IRI -> NodeFactory.createURI(words);
            case BLANK -> NodeFactory.createBlankNode(words);
            case STRING -> NodeFactory.createLiteralString(words);
            default -> literals.get(kind - TAGGED).apply(words);
        };
    }
}

package districtkg.bench;

import static districtkg.bench.QuerySubject.id;
import static districtkg.bench.QuerySubject.listed;

import districtkg.vocab.Dkg;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem.GraphMemFast;

/**
 * A document that nobody wrote: sections one after another, and in them passages one after another.
 * A digest is that of a passage's name, because there are no words.
 */
final class SampleDocument {
    private static final int BODY_START = 2;
    private static final int PASSAGE = 16;
    private static final int GAP = 3;

    private final String slug;
    private final Graph graph = new GraphMemFast();
    private final QuerySubject document;
    private final Node place;
    private Node section = Node.ANY;
    private Runnable begin = () -> {};
    private int sectionStart = BODY_START;
    private int position = BODY_START;

    SampleDocument(String slug, String chinese, String english, String kind, Node place) {
        this.slug = slug;
        this.place = place;
        this.document =
                subject(id(slug))
                        .a("Document")
                        .named(chinese, english)
                        .says("kind", listed(kind))
                        .says("reliability", Dkg.term("official"))
                        .says("place", place)
                        .says("sha256", digest(slug))
                        .says("bodyStart", QuerySubject.whole(BODY_START));
    }

    /** The graph that readers find the document in. */
    Node graphName() {
        return Dkg.iri(Dkg.GRAPH + slug);
    }

    Node node() {
        return document.node();
    }

    SampleDocument says(String property, Node value) {
        document.says(property, value);
        return this;
    }

    /** Ends one section; the next begins with its first passage, and is not there without one. */
    void section(String name, String chinese, String english) {
        endSection();
        section = Node.ANY;
        begin =
                () -> {
                    section = id(slug + "-" + name);
                    subject(section)
                            .a("Section")
                            .named(chinese, english)
                            .says("document", document.node())
                            .says("start", QuerySubject.whole(sectionStart))
                            .says("entered", NodeFactory.createLiteralByValue(true));
                    begin = () -> {};
                };
    }

    /** A statement of its own passage. */
    QuerySubject statement(String name, String type, String chinese, String english) {
        return subject(id(slug + "-" + name))
                .a(type)
                .named(chinese, english)
                .says("place", place)
                .says("source", passage());
    }

    /** A passage that names a thing. */
    void mention(Node thing) {
        subject(passage()).says("mentions", thing);
    }

    /** All of it, with its last section ended. */
    Graph whole() {
        endSection();
        document.says("bodyEnd", QuerySubject.whole(position))
                .says("characters", QuerySubject.whole(position + GAP));
        return graph;
    }

    private Node passage() {
        begin.run();
        int end = position + PASSAGE;
        String name = slug + "#char=" + position + "," + end;
        Node passage = id(name);
        subject(passage)
                .a("Passage")
                .says("document", document.node())
                .says("section", section)
                .says("start", QuerySubject.whole(position))
                .says("end", QuerySubject.whole(end))
                .says("sha256", digest(name));
        position = end + GAP;
        return passage;
    }

    private void endSection() {
        if (section.isConcrete()) {
            subject(section).says("end", QuerySubject.whole(position));
            sectionStart = position;
        }
    }

    private QuerySubject subject(Node node) {
        return new QuerySubject(graph, node);
    }

    private static Node digest(String words) {
        return NodeFactory.createLiteralString(DigestUtils.sha256Hex(words));
    }
}

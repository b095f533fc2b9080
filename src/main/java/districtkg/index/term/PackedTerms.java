package districtkg.index.term;

import districtkg.index.file.SnapshotInput;
import districtkg.index.file.SnapshotOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.apache.jena.graph.Node;

/**
 * A list of terms as bytes, in blocks, so that their number of bytes has no limit. A list that grew
 * from another one shares its full blocks.
 */
public final class PackedTerms {
    /** Small blocks, so that the garbage collector need not give each a region of its own. */
    private static final int SHIFT = 12;

    private static final int BLOCK = 1 << SHIFT;

    /** At most {@link #BLOCK} terms: where each ends in the bytes of all. */
    private static final class Block {
        private final int[] ends;
        private final byte[] bytes;

        Block(int[] ends, byte[] bytes) {
            this.ends = ends;
            this.bytes = bytes;
        }

        int from(int at) {
            return at == 0 ? 0 : ends[at - 1];
        }
    }

    private final TermCodec codec;
    private final Block[] blocks;
    private final int size;

    private final NumberTable table;

    private PackedTerms(TermCodec codec, Block[] blocks, Optional<NumberTable> before, int from) {
        this.codec = codec;
        this.blocks = blocks;
        this.size =
                blocks.length == 0
                        ? 0
                        : (blocks.length - 1) * BLOCK + blocks[blocks.length - 1].ends.length;
        Optional<NumberTable> copy = before.flatMap(known -> known.copy(size));
        this.table = copy.orElseGet(() -> NumberTable.of(size, size, this::hash));
        for (int at = from; copy.isPresent() && at < size; at++) {
            table.add(hash(at), at);
        }
    }

    private PackedTerms(TermCodec codec, Block[] blocks) {
        this(codec, blocks, Optional.empty(), 0);
    }

    /** No terms. */
    public static PackedTerms empty() {
        return new PackedTerms(new TermCodec(), new Block[0]);
    }

    /** The number of terms. */
    public int size() {
        return size;
    }

    /** The term at a position. */
    public Node get(int at) {
        Block block = blocks[at >>> SHIFT];
        int within = at & (BLOCK - 1);
        return codec.decode(block.bytes, block.from(within), block.ends[within]);
    }

    /** The position of a term; {@link NumberTable#NONE} if the list does not contain it. */
    public int find(Node term) {
        Optional<byte[]> bytes = codec.find(term);
        if (bytes.isEmpty()) {
            return NumberTable.NONE;
        }
        byte[] wanted = bytes.orElseThrow();
        return table.find(hash(wanted, 0, wanted.length), at -> has(at, wanted));
    }

    private boolean has(int at, byte[] wanted) {
        Block block = blocks[at >>> SHIFT];
        int within = at & (BLOCK - 1);
        return Arrays.equals(
                block.bytes, block.from(within), block.ends[within], wanted, 0, wanted.length);
    }

    private int hash(int at) {
        Block block = blocks[at >>> SHIFT];
        int within = at & (BLOCK - 1);
        int from = block.from(within);
        return hash(block.bytes, from, block.ends[within] - from);
    }

    private static int hash(byte[] bytes, int from, int length) {
        CRC32C hash = new CRC32C();
        hash.update(bytes, from, length);
        return (int) hash.getValue();
    }

    /** Writes the list. */
    public void write(SnapshotOutput out) throws IOException {
        codec.write(out);
        out.number(blocks.length);
        for (Block block : blocks) {
            out.numbers(block.ends);
            out.bytes(block.bytes, block.bytes.length);
        }
    }

    /** Reads a list. */
    public static PackedTerms read(SnapshotInput in) throws IOException {
        TermCodec codec = TermCodec.read(in);
        Block[] blocks = new Block[in.number()];
        for (int at = 0; at < blocks.length; at++) {
            int[] ends = in.ints();
            blocks[at] = new Block(ends, in.bytes(ends[ends.length - 1]));
        }
        return new PackedTerms(codec, blocks);
    }

    /** Adds terms to a list, which stays as it is. */
    public static final class Builder {
        private final PackedTerms before;
        private final TermCodec codec;
        private final List<Block> full = new ArrayList<>();
        private int[] ends = new int[BLOCK];
        private byte[] bytes = new byte[1 << 12];
        private int count;
        private int length;

        /** Starts with the terms of a list. */
        public Builder(PackedTerms before) {
            this.before = before;
            codec = new TermCodec(before.codec);
            full.addAll(List.of(before.blocks));
            if (!full.isEmpty()) {
                Block last = full.removeLast();
                count = last.ends.length;
                length = last.bytes.length;
                System.arraycopy(last.ends, 0, ends, 0, count);
                bytes = Arrays.copyOf(last.bytes, length);
            }
        }

        /** Adds a term. */
        public void add(Node term) {
            if (count == BLOCK) {
                full.add(block());
                count = 0;
                length = 0;
            }
            byte[] more = codec.encode(term);
            int needed = Math.addExact(length, more.length);
            if (needed > bytes.length) {
                bytes =
                        Arrays.copyOf(
                                bytes,
                                Math.max(
                                        needed, (int) Math.min(bytes.length * 3L / 2, 0x7fff0000)));
            }
            System.arraycopy(more, 0, bytes, length, more.length);
            length = needed;
            ends[count++] = length;
        }

        private Block block() {
            return new Block(Arrays.copyOf(ends, count), Arrays.copyOf(bytes, length));
        }

        /** The list. */
        public PackedTerms build() {
            if (count > 0) {
                full.add(block());
            }
            return new PackedTerms(
                    codec, full.toArray(new Block[0]), Optional.of(before.table), before.size);
        }
    }
}

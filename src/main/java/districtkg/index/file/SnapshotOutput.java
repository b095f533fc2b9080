package districtkg.index.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Writes the parts of a snapshot: whole numbers of fixed width, little-endian, arrays with their
 * length before them, and at the end the length of the file and a CRC-32C. Not thread-safe.
 */
public final class SnapshotOutput implements Closeable {
    /** Bytes of the end: the length of the file, and the checksum of everything before the end. */
    static final int FOOTER = 2 * Long.BYTES;

    private final OutputStream out;
    private final CRC32C checksum = new CRC32C();
    private long written;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Creates an output.
     *
     * @param out is not closed by {@link #close}
     */
    public SnapshotOutput(OutputStream out) {
        this.out = out;
    }

    /** Writes a number. */
    public void number(int number) throws IOException {
        room(Integer.BYTES).putInt(number);
    }

    /** Writes characters as UTF-8. */
    public void words(String words) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        bytes(bytes, bytes.length);
    }

    /** Writes the first bytes of an array, without their number. */
    public void bytes(byte[] bytes, int length) throws IOException {
        for (int at = 0; at < length; ) {
            ByteBuffer free = room(1);
            int some = Math.min(free.remaining(), length - at);
            free.put(bytes, at, some);
            at += some;
        }
    }

    /** Writes an array with its length before it. */
    public void numbers(int[] numbers) throws IOException {
        number(numbers.length);
        for (int number : numbers) {
            room(Integer.BYTES).putInt(number);
        }
    }

    /** Writes an array with its length before it. */
    public void numbers(long[] numbers) throws IOException {
        number(numbers.length);
        for (long number : numbers) {
            room(Long.BYTES).putLong(number);
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        checksum.update(buffer.array(), 0, buffer.position());
        out.write(buffer.array(), 0, buffer.position());
        written += buffer.position();
        buffer.clear();
    }

    /** Writes the length of the file and the checksum. */
    @Override
    public void close() throws IOException {
        flush();
        buffer.putLong(written + FOOTER).putLong(checksum.getValue());
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}

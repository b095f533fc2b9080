package districtkg.index.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Reads what a {@link SnapshotOutput} wrote. The checksum of the whole file is compared first, so
 * that no part of a damaged file is read. Not thread-safe.
 */
public final class SnapshotInput implements Closeable {
    private final FileChannel file;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

    private SnapshotInput(FileChannel file) {
        this.file = file;
        buffer.limit(0);
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read or is not as it was written
     */
    public static SnapshotInput open(Path path) throws IOException {
        SnapshotInput input = new SnapshotInput(FileChannel.open(path, StandardOpenOption.READ));
        try {
            input.check();
        } catch (IOException damaged) {
            input.close();
            throw damaged;
        }
        return input;
    }

    private void check() throws IOException {
        long left = file.size() - Long.BYTES;
        CRC32C checksum = new CRC32C();
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            left -= buffer.limit();
            fill();
            checksum.update(buffer);
        }
        buffer.clear().limit(Long.BYTES);
        if (left < 0) {
            throw new IOException("the file is too short");
        }
        fill();
        if (buffer.getLong() != checksum.getValue()) {
            throw new IOException("the checksum is another one");
        }
        file.position(0);
        buffer.limit(0);
    }

    /** Fills the buffer to its limit. */
    private void fill() throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new IOException("the file has become shorter");
            }
        }
        buffer.flip();
    }

    /** Reads a number. */
    public int number() throws IOException {
        return next(Integer.BYTES).getInt();
    }

    /** Reads characters. */
    public String words() throws IOException {
        return new String(bytes(number()), StandardCharsets.UTF_8);
    }

    /** So many bytes. */
    public byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            ByteBuffer some = next(1);
            int count = Math.min(some.remaining(), length - at);
            some.get(bytes, at, count);
            at += count;
        }
        return bytes;
    }

    /** An array of numbers, with its length before it. */
    public int[] ints() throws IOException {
        int[] numbers = new int[number()];
        for (int at = 0; at < numbers.length; ) {
            ByteBuffer some = next(Integer.BYTES);
            int count = Math.min(some.remaining() / Integer.BYTES, numbers.length - at);
            some.asIntBuffer().get(numbers, at, count);
            some.position(some.position() + count * Integer.BYTES);
            at += count;
        }
        return numbers;
    }

    /** An array of long numbers, with its length before it. */
    public long[] longs() throws IOException {
        long[] numbers = new long[number()];
        for (int at = 0; at < numbers.length; ) {
            ByteBuffer some = next(Long.BYTES);
            int count = Math.min(some.remaining() / Long.BYTES, numbers.length - at);
            some.asLongBuffer().get(numbers, at, count);
            some.position(some.position() + count * Long.BYTES);
            at += count;
        }
        return numbers;
    }

    /** The buffer with at least so many bytes to read. */
    private ByteBuffer next(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            while (buffer.position() < bytes) {
                if (file.read(buffer) < 0) {
                    throw new IOException("the file ends too early");
                }
            }
            buffer.flip();
        }
        return buffer;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

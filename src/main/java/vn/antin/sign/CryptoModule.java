package vn.antin.sign;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A driver of tokens (PKCS#11, OASIS v2.40), asked only what Java's own provider cannot say: in which slot the token of
 * that label lies, and whether its PIN is locked. It also starts the driver anew, after which some find a token that was
 * pulled out and put back.
 */
final class CryptoModule {
    // Places in CK_FUNCTION_LIST, which begins with a version padded to one pointer (PKCS#11, 3.6 and pkcs11f.h).
    private static final int INITIALIZE = 1;
    private static final int FINALIZE = 2;
    private static final int GET_SLOT_LIST = 5;
    private static final int GET_TOKEN_INFO = 7;

    private static final long OK = 0;
    private static final long ALREADY_INITIALIZED = 0x191;
    private static final long OS_LOCKING_OK = 2;
    private static final int LABEL = 32;
    /** label, manufacturer, model, serial number. */
    private static final int BEFORE_FLAGS = 32 + 32 + 16 + 16;

    private static final int LONGEST_TOKEN_INFO = 512;
    private static final int MOST_SLOTS = 1024;

    private final Path library;
    /** Acts read; starting anew writes, for it ends every session of every token. */
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock(true);

    private final AtomicInteger starts = new AtomicInteger();

    CryptoModule(Path library) {
        this.library = library;
    }

    /** A token where it lies now. */
    record Slot(long id, long flags) {
        private static final long USER_PIN_LOCKED = 0x40000;

        boolean pinLocked() {
            return (flags & USER_PIN_LOCKED) != 0;
        }
    }

    Path library() {
        return library;
    }

    /** Grows with each start; what was opened before is of no use after. */
    int starts() {
        return starts.get();
    }

    /** Works while the driver is not started anew. */
    <T> T during(Supplier<T> act) {
        inUse.readLock().lock();
        try {
            return act.get();
        } finally {
            inUse.readLock().unlock();
        }
    }

    /** The slot with the token of that label, if it is there. */
    Optional<Slot> find(String label) {
        start();
        var count = new NativeLongByReference();
        if (call(GET_SLOT_LIST, (byte) 0, Pointer.NULL, count) != OK) {
            return Optional.empty();
        }
        int slots = Math.min(count.getValue().intValue(), MOST_SLOTS);
        if (slots == 0) {
            return Optional.empty();
        }
        var ids = new Memory((long) slots * NativeLong.SIZE);
        count.setValue(new NativeLong(slots));
        if (call(GET_SLOT_LIST, (byte) 0, ids, count) != OK) {
            return Optional.empty();
        }
        var info = new Memory(LONGEST_TOKEN_INFO);
        for (int i = 0; i < Math.min(slots, count.getValue().intValue()); i++) {
            NativeLong id = ids.getNativeLong((long) i * NativeLong.SIZE);
            info.clear();
            if (call(GET_TOKEN_INFO, id, info) == OK
                    && new String(info.getByteArray(0, LABEL), StandardCharsets.UTF_8)
                            .stripTrailing()
                            .equals(label)) {
                return Optional.of(new Slot(
                        id.longValue(), info.getNativeLong(BEFORE_FLAGS).longValue()));
            }
        }
        return Optional.empty();
    }

    /** Starts the driver anew when nobody else has since {@code seen}; waits for acts that are under way. */
    void restart(int seen) {
        inUse.writeLock().lock();
        try {
            if (starts.get() == seen) {
                call(FINALIZE, Pointer.NULL);
                start();
                starts.incrementAndGet();
            }
        } finally {
            inUse.writeLock().unlock();
        }
    }

    private void start() {
        // CK_C_INITIALIZE_ARGS: four callbacks, flags, reserved. Java's provider starts the same driver with the same.
        var arguments = new Memory(4L * Native.POINTER_SIZE + NativeLong.SIZE + Native.POINTER_SIZE);
        arguments.clear();
        arguments.setNativeLong(4L * Native.POINTER_SIZE, new NativeLong(OS_LOCKING_OK));
        long answer = call(INITIALIZE, arguments);
        if (answer != OK && answer != ALREADY_INITIALIZED) {
            throw new UnsatisfiedLinkError("The driver does not start: " + Long.toHexString(answer));
        }
    }

    private long call(int place, Object... arguments) {
        var list = new PointerByReference();
        NativeLibrary.getInstance(library.toString())
                .getFunction("C_GetFunctionList")
                .invokeLong(new Object[] {list});
        return Function.getFunction(list.getValue().getPointer((long) place * Native.POINTER_SIZE))
                .invokeLong(arguments);
    }
}

package vn.antin.easel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Where two pictures of a page differ, by squares of some pixels; those that lie close together are one place. */
final class Marks {
    private static final int SQUARE = 8;
    /** Squares between which nothing has to differ for them to be one place. */
    private static final int REACH = 3;

    private static final int MOST = 60;
    private static final int MARGIN = 5;
    private static final float LINE = 3;
    /** Seen beside black, blue and red ink. */
    private static final Color COLOUR = new Color(0xd9, 0x77, 0x06);

    private Marks() {}

    static List<Rectangle> between(BufferedImage one, BufferedImage other) {
        int width = Math.max(one.getWidth(), other.getWidth());
        int height = Math.max(one.getHeight(), other.getHeight());
        int across = (width + SQUARE - 1) / SQUARE;
        int down = (height + SQUARE - 1) / SQUARE;
        boolean[][] differ = new boolean[down][across];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                differ[y / SQUARE][x / SQUARE] |= pixel(one, x, y) != pixel(other, x, y);
            }
        }
        List<Rectangle> places = places(differ);
        if (places.size() > MOST) {
            Rectangle all = places.getFirst();
            for (Rectangle it : places) {
                all = all.union(it);
            }
            return List.of(all);
        }
        return places;
    }

    /** Outside a picture nothing is like anything. */
    private static int pixel(BufferedImage picture, int x, int y) {
        return x < picture.getWidth() && y < picture.getHeight() ? picture.getRGB(x, y) : 0;
    }

    private static List<Rectangle> places(boolean[][] differ) {
        List<Rectangle> places = new ArrayList<>();
        for (int y = 0; y < differ.length; y++) {
            for (int x = 0; x < differ[y].length; x++) {
                if (differ[y][x]) {
                    places.add(place(differ, x, y));
                }
            }
        }
        return places;
    }

    private static Rectangle place(boolean[][] differ, int fromX, int fromY) {
        var place = new Rectangle(fromX * SQUARE, fromY * SQUARE, SQUARE, SQUARE);
        Deque<int[]> next = new ArrayDeque<>();
        next.add(new int[] {fromX, fromY});
        differ[fromY][fromX] = false;
        while (!next.isEmpty()) {
            int[] at = next.poll();
            place.add(new Rectangle(at[0] * SQUARE, at[1] * SQUARE, SQUARE, SQUARE));
            for (int y = Math.max(0, at[1] - REACH); y <= Math.min(differ.length - 1, at[1] + REACH); y++) {
                for (int x = Math.max(0, at[0] - REACH); x <= Math.min(differ[y].length - 1, at[0] + REACH); x++) {
                    if (differ[y][x]) {
                        differ[y][x] = false;
                        next.add(new int[] {x, y});
                    }
                }
            }
        }
        return place;
    }

    static void draw(BufferedImage picture, List<Rectangle> places) {
        Graphics2D pen = picture.createGraphics();
        pen.setColor(COLOUR);
        pen.setStroke(new BasicStroke(LINE));
        for (Rectangle it : places) {
            int left = Math.max(2, it.x - MARGIN);
            int top = Math.max(2, it.y - MARGIN);
            pen.drawRect(
                    left,
                    top,
                    Math.min(picture.getWidth() - 3, it.x + it.width + MARGIN) - left,
                    Math.min(picture.getHeight() - 3, it.y + it.height + MARGIN) - top);
        }
        pen.dispose();
    }

    static Rectangle whole(BufferedImage picture) {
        return new Rectangle(0, 0, picture.getWidth(), picture.getHeight());
    }
}

/** A set of row numbers as bits, so that ten thousand rows are met with some hundred operations. */
export class RowSet {
	/** Number of rows there can be. */
	readonly count: number;
	readonly #bits: Uint32Array;

	constructor(count: number, bits = new Uint32Array(Math.ceil(count / 32))) {
		this.count = count;
		this.#bits = bits;
	}

	/** All rows. */
	static all(count: number): RowSet {
		const set = new RowSet(count, new Uint32Array(Math.ceil(count / 32)).fill(0xffffffff));
		if (count % 32 > 0) set.#bits[set.#bits.length - 1] = 2 ** (count % 32) - 1;
		return set;
	}

	/** These rows; those that cannot be are left out. */
	static of(count: number, rows: Iterable<number>): RowSet {
		const set = new RowSet(count);
		for (const row of rows)
			if (row >= 0 && row < count) set.#bits[row >>> 5] = (set.#bits[row >>> 5] ?? 0) | (1 << (row & 31));
		return set;
	}

	/** The rows in both. */
	and(other: RowSet): RowSet {
		return new RowSet(
			this.count,
			this.#bits.map((word, index) => word & (other.#bits[index] ?? 0)),
		);
	}

	/** The rows in either. */
	or(other: RowSet): RowSet {
		return new RowSet(
			this.count,
			this.#bits.map((word, index) => word | (other.#bits[index] ?? 0)),
		);
	}

	/** How many rows are in both. */
	countWith(other: RowSet): number {
		let total = 0;
		this.#bits.forEach((word, index) => {
			let bits = word & (other.#bits[index] ?? 0);
			bits -= (bits >>> 1) & 0x55555555;
			bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
			total += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
		});
		return total;
	}

	/** How many rows there are. */
	get size(): number {
		return this.countWith(this);
	}

	/** The rows, in order. */
	toRows(): number[] {
		const rows: number[] = [];
		this.#bits.forEach((word, index) => {
			for (let bits = word; bits !== 0; bits &= bits - 1) rows.push(index * 32 + 31 - Math.clz32(bits & -bits));
		});
		return rows;
	}
}

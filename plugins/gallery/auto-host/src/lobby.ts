import { rooms, type RoomInfo } from 'phira-plugin';
import { Room, type SavedRoom } from './room';
import { config } from './settings';

export type { SavedRoom };

/** The rooms that the plugin manages. */
export class Lobby {
  private readonly rooms = new Map<number, Room>();

  /** Takes over what is there already, as the configuration says. Rooms that were managed before keep their order. */
  open(): void {
    const present = rooms.listRooms().filter(isManaged);
    const ids = new Set(present.map(({ id }) => id));
    for (const id of [...this.rooms.keys()]) if (!ids.has(id)) this.forget(id);
    for (const room of present) this.follow(room)?.resume(room);
  }

  /** Follows a changed configuration. */
  reconfigure(): void {
    this.open();
    for (const room of this.rooms.values()) room.reconfigure();
  }

  close(): void {
    for (const id of [...this.rooms.keys()]) this.forget(id);
  }

  /** The room as it is managed; undefined when its name is not among those that are. */
  follow(info: RoomInfo): Room | undefined {
    const known = this.rooms.get(info.id);
    if (known !== undefined) return known;
    if (!isManaged(info)) return undefined;
    const room = new Room(info.id, inTurn(info));
    this.rooms.set(info.id, room);
    return room;
  }

  find(id: number): Room | undefined {
    return this.rooms.get(id);
  }

  forget(id: number): void {
    this.rooms.get(id)?.close();
    this.rooms.delete(id);
  }

  save(): SavedRoom[] {
    return [...this.rooms.values()].map((room) => room.save());
  }

  restore(saved: SavedRoom[]): void {
    for (const room of saved) this.rooms.set(room.id, Room.restore(room));
  }
}

const isManaged = ({ name }: RoomInfo): boolean => name.startsWith(config.current.roomPrefix);

/** The players of a room, beginning with its host. */
function inTurn({ host, players }: RoomInfo): number[] {
  const first = host == null ? 0 : Math.max(0, players.indexOf(host));
  return [...players.slice(first), ...players.slice(0, first)];
}
